import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { brakeState } from './brake.ts'

/** How many standing holds are past the day on which somebody was to look at them again. */
export async function holdsToReview({ queries, now }: Scope): Promise<number> {
  const { count } = await queries
    .selectFrom('hold')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('lifted_at', 'is', null)
    .where('review_on', '<', todayInLondon(now).toString())
    .executeTakeFirstOrThrow()
  return count
}

/** When the sweep ran last, and whether it waits for somebody to say that the date is right; null before the first. */
export async function sweepState(
  scope: Scope,
): Promise<{ readonly sweptAt: Temporal.Instant; readonly halted: boolean } | null> {
  const state = await brakeState(scope)
  return state && { sweptAt: state.sweptAt, halted: state.haltedAt !== null }
}
