import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { addTask, finishTasks } from '../../tasks/index.ts'
import { caseHead } from '../data/case-reads.ts'
import { addHold, liftHold as lift, type NewHold, standingHolds } from '../data/holds.ts'

type Answer = Outcome<Readonly<Record<string, string>>, 'no_such'>

/** Keeps a case from being destroyed until the hold is lifted; a hold is looked at again on its day. */
export function placeHold(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: NewHold & { readonly key: Id; readonly caseId: Id },
): Promise<Answer> {
  const { caseId, key, reviewOn } = input
  // Destroyed in the same moment: then there is no such case any more.
  const refusals = { hold_case_id_fkey: 'no_such' } as const
  const deed = { purpose: 'accountability', deed: 'hold.placed', key, caseId, refusals } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    if (!(await caseHead(scope, caseId))) return refused('no_such')
    const holdId = await addHold(scope, caseId, input)
    await addTask(scope, { kind: 'review-hold', forRole: 'privacyOfficer', dueOn: reviewOn, caseId })
    return done({ holdId })
  })
}

/** Lets the retention clock go on. */
export function liftHold(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly holdId: Id },
): Promise<Answer> {
  const { caseId, key, holdId } = input
  return desk.act<'no_such'>(actor, { purpose: 'accountability', deed: 'hold.lifted', key, caseId }, async (scope) => {
    if (!(await lift(scope, caseId, holdId))) return refused('no_such')
    if ((await standingHolds(scope, caseId)).length === 0) await finishTasks(scope, { kind: 'review-hold', caseId })
    return done({ holdId })
  })
}
