import type { Worker } from '../../platform/worker/worker.ts'
import type { DemonstrationClock } from './demonstration-clock.ts'

export type Step = 'day' | 'month' | 'next'

const afterNow = { day: { days: 1 }, month: { months: 1 } } as const

/** Furthest that one press goes when nothing falls due. */
const furthest = { years: 1 } as const

/**
 * Moves the demonstration's clock forward, and lets everything that falls due on the way happen in its order: at each due instant
 * the clock stops and every job runs.
 */
export async function moveClock(
  step: Step,
  parts: {
    readonly clock: DemonstrationClock
    readonly worker: Worker
    nextDue(after: Temporal.Instant): Promise<Temporal.Instant | null>
  },
): Promise<void> {
  const { clock, worker, nextDue } = parts
  const start = clock.now().toZonedDateTimeISO('Europe/London')
  const target =
    step === 'next'
      ? ((await nextDue(clock.now())) ?? start.add(furthest).toInstant())
      : start.add(afterNow[step]).toInstant()
  for (;;) {
    const due = await nextDue(clock.now())
    if (due === null || Temporal.Instant.compare(due, target) >= 0) break
    await clock.moveTo(due)
    await worker.runAllNow()
  }
  await clock.moveTo(target)
  await worker.runAllNow()
}
