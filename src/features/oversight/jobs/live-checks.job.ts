import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { noticeOpenings } from '../actions/notice-openings.ts'
import { runLiveChecks } from '../actions/run-live-checks.ts'
import type { LiveCheck } from '../domain/live-check.ts'

/** How often it is looked again: often enough for a day's work, and seldom enough to cost nothing. */
const every = { hours: 6 } as const

/** On the machine's clock: a minute after the start, and not again for ten, however fast a demonstration's days go by. */
const afterStart = 60_000
const apart = 600_000

/** Looks soon after the start, and then four times a day of the service. */
export function liveChecksJob(checks: readonly LiveCheck[]): Job<PurposeKey> {
  let next: Temporal.Instant | null = null
  let last = performance.now() + afterStart - apart
  return {
    name: 'live checks',
    purpose: 'accountability',
    run: async (desk) => {
      const now = desk.clock.now()
      if (performance.now() - last < apart || (next !== null && Temporal.Instant.compare(now, next) < 0)) return 0
      last = performance.now()
      next = now.add(every)
      await runLiveChecks(desk, checks)
      await noticeOpenings(desk)
      return 0
    },
  }
}
