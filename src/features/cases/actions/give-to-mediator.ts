import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { giveToMediator as write } from '../data/case-writes.ts'
import { addReason } from '../data/reasons.ts'

/** Gives a live case to a mediator, who from then on sees its file. */
export function giveToMediator(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly mediatorId: Id; readonly reason?: string | null },
): Promise<Outcome<Readonly<Record<string, string>>, 'not_live' | 'walled'>> {
  const { caseId, key } = input
  const refusals = { case_file_mediator_walled: 'walled' } as const
  const deed = { purpose: 'booking', deed: 'case.given', key, caseId, refusals } as const
  return desk.act<'not_live' | 'walled'>(actor, deed, async (scope) => {
    if (!(await write(scope, caseId, input.mediatorId))) return refused('not_live')
    await addReason(scope, caseId, 'given', input.reason)
    await finishTasks(scope, { kind: 'appoint-mediator', caseId })
    return done({ caseId })
  })
}
