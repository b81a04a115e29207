import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Swept, sweep, sweepName } from '../actions/sweep.ts'
import type { SweepTools } from '../actions/sweep-tools.ts'

/**
 * The sweep as the worker runs it: at the start, and once on each day of the service, since nothing falls due within a day. One that
 * was halted or left something undone is tried again at the next tick of the hour.
 */
export function sweepJob(tools: SweepTools): Job<PurposeKey> {
  let last: { readonly day: string; readonly again: Temporal.Instant | null } | null = null
  return {
    name: sweepName,
    purpose: 'retention',
    run: async (desk) => {
      const now = desk.clock.now()
      const day = dayOf(now).toString()
      if (last?.day === day && (last.again === null || Temporal.Instant.compare(now, last.again) < 0)) return 0
      const swept = await sweep(desk, tools)
      last = { day, again: swept.result === 'done' ? null : now.add({ hours: 1 }) }
      return worksOf(swept)
    },
  }
}

const worksOf = (swept: Swept): number =>
  swept.announced + swept.deferred + swept.putBack + swept.toReview + swept.destroyed.case + swept.destroyed.enquiry
