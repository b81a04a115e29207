import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addTaskOnce } from '../../tasks/index.ts'
import { addMerge } from '../data/merges.ts'
import { homeOf, type RecordOfPerson, recordsOf } from '../data/records.ts'
import { agreementOf } from '../domain/agreement.ts'

export interface Merging {
  readonly key: Id
  readonly keptId: Id
  readonly mergedId: Id
  /** How the colleague knows that it is one person. */
  readonly reason: string
}

/** `one_case`: they are the two parties of a case. `walled`: a mediator of one keeps away from the other. */
export type MergeRefusal = 'no_such' | 'one_case' | 'walled'

const refusals: Readonly<Record<string, MergeRefusal>> = {
  ...{ person_merge_no_such: 'no_such', person_merge_standing: 'no_such', person_merge_of_two: 'no_such' },
  ...{ person_merge_one_case: 'one_case', person_merge_walled: 'walled', party_mediator_walled: 'walled' },
}

/**
 * Makes two records of one person one. What went over is remembered row by row; nobody gets in by what let them into one of the two
 * before; and the person is asked again how they may be reached, since what was safe years ago may not be.
 */
export function mergePeople(desk: Desk<PurposeKey>, undoWithin: string, actor: Id, input: Merging) {
  const { key, keptId, mergedId, reason } = input
  const deed = { purpose: 'merging', deed: 'person.merged', key, subjectId: keptId, refusals } as const
  return desk.act<MergeRefusal>(actor, deed, async (scope) => {
    if (keptId === mergedId) return refused('no_such')
    const [kept, merged] = await recordsOf(scope, [keptId, mergedId])
    if (!kept || !merged) return refused('no_such')
    const agreeing = agreementOf(kept, merged, await homeOf(scope, keptId, mergedId))
    const undoUntil = todayInLondon(scope.now).add(undoWithin).toString()
    const mergeId = await addMerge(scope, { keptId, mergedId, agreeing, reason, undoUntil })
    await askAgain(scope, keptId, [kept, merged])
    return done({ mergeId })
  })
}

async function askAgain(scope: Scope, subjectId: Id, records: readonly RecordOfPerson[]): Promise<void> {
  const live = records.flatMap((it) => it.cases).find((it) => it.status === 'live')
  if (!live) return
  const dueOn = todayInLondon(scope.now).toString()
  await addTaskOnce(scope, { kind: 'confirm-details', forRole: 'coordinator', dueOn, caseId: live.id, subjectId })
}
