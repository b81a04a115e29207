import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { giveToMediator as write } from '../data/case-writes.ts'

/** Gives a live case to a mediator, who from then on sees its file. */
export function giveToMediator(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly mediatorId: Id },
): Promise<Outcome<Readonly<Record<string, string>>, 'not_live'>> {
  const { caseId, key } = input
  const deed = { purpose: 'booking', deed: 'case.given', key, caseId } as const
  return desk.act<'not_live'>(actor, deed, async (scope) => {
    if (!(await write(scope, caseId, input.mediatorId))) return refused('not_live')
    await finishTasks(scope, { kind: 'appoint-mediator', caseId })
    return done({ caseId })
  })
}
