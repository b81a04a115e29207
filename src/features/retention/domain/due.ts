import type { SweepRule } from '../../../policy/enforcing/sweep-plan.ts'
import { addPeriod } from '../../../values/calendar-days.ts'

/** What the reckoning needs of a rule of the policy. */
export type Clock = Pick<SweepRule, 'from' | 'keep' | 'cap' | 'reopen' | 'waiting'> & {
  readonly noAnchor: Pick<SweepRule['noAnchor'], 'after'>
}

/** The life of a thing, as far as its end depends on it. */
export interface History {
  /** The day on which it was made. */
  readonly made: Temporal.PlainDate
  /** The days of the events from which its clock starts, in any order. */
  readonly anchors: readonly Temporal.PlainDate[]
  /** In use again after such an event, or still: its clock stands. */
  readonly live: boolean
}

/** Where a thing stands: its clock runs to a day, or it has no running clock and somebody must look at it. */
export type Standing =
  | {
      readonly clock: 'running'
      readonly from: Temporal.PlainDate
      readonly due: Temporal.PlainDate
      /** The latest end, whatever was added later; null when the clock cannot start again. */
      readonly cap: Temporal.PlainDate | null
      /** From this day on its end is shown, so that it comes on the day that was promised and not a waiting time later. */
      readonly shownFrom: Temporal.PlainDate
    }
  | { readonly clock: 'stopped'; readonly reviewOn: Temporal.PlainDate }

/** An event that names the last of many, such as the last contact: each new one takes the place of those before. */
const namesTheLast = (event: string) => /\.last[A-Z]/.test(event)

const { compare } = Temporal.PlainDate
const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (compare(one, other) <= 0 ? one : other)
export const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (compare(one, other) >= 0 ? one : other)

/** The period turned round, to reckon back from a date. */
const back = (period: string) => Temporal.Duration.from(period).negated().toString()

/**
 * When a thing ends, by its rule and what happened to it. Months count by the corresponding date. A thing that was closed, opened
 * and closed again counts from its last closing (`restart`) or its first (`continue`), and never beyond the cap from the first.
 */
export function standingOf(rule: Clock, history: History): Standing {
  const anchors = history.anchors.toSorted(compare)
  const [first, last] = [anchors[0], anchors.at(-1)]
  if (!first || !last || history.live) {
    return {
      clock: 'stopped',
      reviewOn: addPeriod(last ? later(last, history.made) : history.made, rule.noAnchor.after),
    }
  }
  const from = rule.reopen === 'restart' || namesTheLast(rule.from) ? last : first
  const cap = rule.cap === null ? null : addPeriod(first, rule.cap)
  const kept = addPeriod(from, rule.keep)
  const due = cap ? earlier(kept, cap) : kept
  return { clock: 'running', from, due, cap, shownFrom: addPeriod(due, back(rule.waiting)) }
}

/** On which day something goes that is first shown today: when it is due, and not before the waiting time is over. */
export const goesOn = (due: Temporal.PlainDate, today: Temporal.PlainDate, rule: Pick<Clock, 'waiting'>) =>
  later(due, addPeriod(today, rule.waiting))

/** The newest anchor that can make something be shown today; anything newer need not be looked at. A few days too new, never too old. */
export function newestAnchor(rule: Clock, today: Temporal.PlainDate): Temporal.PlainDate {
  const ends = [rule.keep, ...(rule.cap ? [rule.cap] : [])]
  const anchors = ends.map((period) => addPeriod(addPeriod(today, rule.waiting), back(period)))
  // Months differ in length, so going there and back again may miss by up to three days.
  return anchors.reduce(later).add({ days: 4 })
}
