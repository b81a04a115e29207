import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { addPeriod } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { lookAgainOn } from '../data/course-writes.ts'
import type { Ending } from '../domain/check.ts'
import { ruleFor } from './sweep-tools.ts'

/** Somebody looked at what has no running clock, and it stays. It is looked at again after the time that the policy says. */
export function recordReview(
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: { readonly key: Id; readonly of: Ending; readonly id: Id },
): Promise<Outcome<Readonly<Record<string, string>>, 'not_in_review'>> {
  const { of, id, key } = input
  const about = of === 'case' ? { caseId: id } : {}
  const deed = { purpose: 'accountability', deed: 'retention.reviewed', key, subjectId: id, ...about } as const
  return desk.act<'not_in_review'>(actor, deed, async (scope) => {
    const next = addPeriod(dayOf(scope.now), ruleFor(policy, of).noAnchor.after)
    if (!(await lookAgainOn(scope, of, id, next))) return refused('not_in_review')
    await finishTasks(scope, { kind: 'review-retention', ...(of === 'case' ? { caseId: id } : { enquiryId: id }) })
    return done({ id })
  })
}
