import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { breakGlassOf, glassBreakOf, noteBreakReviewed } from '../data/concerns.ts'

/**
 * Opens a file that is not theirs for a colleague who has files of their own, because somebody may be in danger: with a reason, for the
 * time that the policy says, and the privacy officer hears of it at once.
 */
export const breakGlass = (
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: { readonly key: Id; readonly reference: string; readonly reason: string },
): Promise<Outcome<Answer, 'no_such'>> =>
  desk.act<'no_such'>(actor, { purpose: 'safeguarding', deed: 'glass.broken', key: input.key }, async (scope) => {
    const caseId = await breakGlassOf(scope, { ...input, access: policy.clocks.safeguarding.access })
    if (caseId === null) return refused('no_such')
    scope.about({ caseId })
    return done({ caseId })
  })

/** Somebody else says what they found. */
export const reviewBreak = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly breakId: Id; readonly review: string },
): Promise<Outcome<Answer, 'no_such' | 'own'>> => {
  const { key, breakId, review } = input
  const deed = { purpose: 'safeguarding', deed: 'glass.reviewed', key, subjectId: breakId } as const
  return desk.act<'no_such' | 'own'>(actor, deed, async (scope) => {
    const found = await glassBreakOf(scope, breakId)
    if (!found) return refused('no_such')
    scope.about({ caseId: found.caseId })
    if (found.staffId === actor) return refused('own')
    await noteBreakReviewed(scope, breakId, review)
    await finishTasks(scope, { kind: 'glass-broken', subjectId: breakId })
    return done({ breakId })
  })
}
