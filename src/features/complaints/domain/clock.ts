import { addBusinessDays, addPeriod, isBusinessDay, rollToBusinessDay } from '../../../values/calendar-days.ts'
import type { About } from './complaint.ts'

export interface ComplaintRules {
  /** What the law gives for the acknowledgement of a complaint about data, as an ISO duration in days. */
  readonly law: string
  /** What the service's policy says of every acknowledgement, the same or sooner. */
  readonly promise: string
  /** Working days of the policy for a complaint about the service. */
  readonly service: { readonly acknowledge: number; readonly answer: number }
}

/** When a complaint must be acknowledged and when it is to be answered. */
export interface ComplaintClock {
  /** The last day of the law for a complaint about data; null where the law sets none. */
  readonly lawOn: Temporal.PlainDate | null
  /** The law read to the letter, a day that begins with the complaint itself: an aim of ours. */
  readonly literalOn: Temporal.PlainDate | null
  /** By when the service acknowledges: the soonest of all that holds. */
  readonly acknowledgeOn: Temporal.PlainDate
  /** By when the service means to answer. */
  readonly answerOn: Temporal.PlainDate
}

/**
 * The clock that a complaint finds by what it is about. About data (Data Protection Act 2018 s.164A with s.205(2)): the day of receipt
 * is not counted, and an end on a day of rest moves to the next working day. About the service: the policy's own working days. What is
 * about both keeps the sooner of the two.
 */
export function complaintClock(about: About, receivedOn: Temporal.PlainDate, rules: ComplaintRules): ComplaintClock {
  const data = about !== 'service'
  const lawOn = data ? rollToBusinessDay(addPeriod(receivedOn, rules.law)) : null
  const service = about === 'data' ? null : addBusinessDays(receivedOn, rules.service.acknowledge)
  const promised = rules.promise === rules.law ? null : beforeRest(addPeriod(receivedOn, rules.promise), receivedOn)
  return {
    lawOn,
    literalOn: data ? addPeriod(receivedOn, rules.law).subtract({ days: 1 }) : null,
    acknowledgeOn: soonest([lawOn, service, promised]),
    answerOn: addBusinessDays(receivedOn, rules.service.answer),
  }
}

/** A promise is kept before a day of rest and not after it. */
function beforeRest(day: Temporal.PlainDate, receivedOn: Temporal.PlainDate): Temporal.PlainDate {
  let kept = day
  while (!isBusinessDay(kept) && Temporal.PlainDate.compare(kept, receivedOn) > 0) kept = kept.subtract({ days: 1 })
  return kept
}

function soonest(days: readonly (Temporal.PlainDate | null)[]): Temporal.PlainDate {
  const [first] = days.filter((it) => it !== null).toSorted(Temporal.PlainDate.compare)
  if (!first) throw new RangeError('a complaint has a day by which it is acknowledged')
  return first
}

export type Nearness = 'far' | 'near' | 'today' | 'late'

/** Days before a date from which it is shown as near. */
const warnedDays = 5

export function nearnessOf(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): Nearness {
  const left = today.until(dueOn, { largestUnit: 'days' }).days
  return left < 0 ? 'late' : left === 0 ? 'today' : left <= warnedDays ? 'near' : 'far'
}
