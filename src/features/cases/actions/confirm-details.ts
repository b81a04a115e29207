import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { recordConfirmed } from '../../people/index.ts'
import { finishTasks } from '../../tasks/index.ts'
import { partiesOf } from '../data/case-reads.ts'

/** Somebody went through a party's details with them: by whom and when is kept, and nobody need ask for a while. */
export function confirmDetails(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly personId: Id },
) {
  const { key, caseId, personId } = input
  const deed = { purpose: 'booking', deed: 'contact.confirmed', key, caseId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    if (!(await partiesOf(scope, caseId)).some((it) => it.personId === personId)) return refused('no_such')
    await noteConfirmed(scope, personId)
    return done({ caseId })
  })
}

/** The same within another act: a booking made while speaking with them. */
export async function noteConfirmed(scope: Scope, personId: Id): Promise<void> {
  await recordConfirmed(scope, personId)
  await finishTasks(scope, { kind: 'confirm-details', subjectId: personId })
}
