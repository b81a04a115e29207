import { addPeriod, isBusinessDay, rollToBusinessDay } from '../../../values/calendar-days.ts'
import { type RequestKind, stopsForClarification } from './kinds.ts'

/** ISO durations: what the law allows, and what the service's policy says of itself, which is the same or sooner. */
export interface ClockRules {
  readonly law: { readonly answer: string; readonly extension: string }
  readonly promise: string
}

/** A question to the person without which what they ask for cannot be found; `answeredOn` is null while we wait. */
export interface Stop {
  readonly askedOn: Temporal.PlainDate
  readonly answeredOn: Temporal.PlainDate | null
}

/** What decides when a request must be answered. */
export interface ClockFacts {
  readonly kind: RequestKind
  readonly receivedOn: Temporal.PlainDate
  /** The day on which the person was asked to show who they are; null when they were not. */
  readonly identityAskedOn: Temporal.PlainDate | null
  readonly identityShownOn: Temporal.PlainDate | null
  readonly stops: readonly Stop[]
  /** The day of the notice that says that more time is needed. */
  readonly extendedOn: Temporal.PlainDate | null
}

/** When a request must be answered, and when the service said that it would be. */
export interface Clock {
  /** `waits`: it does not start until the person has shown who they are. `stopped`: it stands until they answer our question. */
  readonly state: 'waits' | 'runs' | 'stopped'
  /** The relevant time; null while it waits. */
  readonly startsOn: Temporal.PlainDate | null
  /** The last day that the law allows. While it waits or stands: as if the person did their part today. */
  readonly dueOn: Temporal.PlainDate
  /** The service's own promise, and never later than the law. */
  readonly promisedOn: Temporal.PlainDate
  /** The last day of the first period: until then more time can be taken, by a notice with reasons. */
  readonly firstDueOn: Temporal.PlainDate
  readonly extended: boolean
  readonly stoppedDays: number
}

/**
 * The clock of a request (UK GDPR Arts 12, 12A and 4A with Regulation 1182/71 Art 3). It starts on the latest of the request and the
 * identity that was asked for. The period ends on the corresponding day, or the last of the month; an end on a day of rest moves to
 * the next working day. In an access request, the days from a necessary question to its answer do not count, both included. A notice
 * within the first period, once, adds the longer one, from the original start.
 */
export function clockOf(facts: ClockFacts, rules: ClockRules, today: Temporal.PlainDate): Clock {
  const waits = facts.identityAskedOn !== null && facts.identityShownOn === null
  const shown = waits ? today : facts.identityShownOn
  const start = shown === null ? facts.receivedOn : later(facts.receivedOn, shown)
  const stops = stopsForClarification(facts.kind) ? facts.stops : []
  const stoppedDays = daysStopped(stops, start, today)
  const last = (period: string) => rollToBusinessDay(addPeriod(start, period).add({ days: stoppedDays }))
  const { answer, extension } = rules.law
  const firstDueOn = last(answer)
  const extended = facts.extendedOn !== null && !isAfter(facts.extendedOn, firstDueOn)
  const dueOn = extended ? last(sum(answer, extension)) : firstDueOn
  return {
    state: waits ? 'waits' : stops.some((it) => it.answeredOn === null) ? 'stopped' : 'runs',
    startsOn: waits ? null : start,
    ...{ dueOn, firstDueOn, extended, stoppedDays },
    promisedOn: extended || rules.promise === answer ? dueOn : promised(start, stoppedDays, rules.promise, dueOn),
  }
}

/** A promise is kept before a day of rest and not after it; one that is later than the law promises nothing. */
function promised(
  start: Temporal.PlainDate,
  stoppedDays: number,
  promise: string,
  dueOn: Temporal.PlainDate,
): Temporal.PlainDate {
  let day = addPeriod(start, promise).add({ days: stoppedDays })
  while (!isBusinessDay(day)) day = day.subtract({ days: 1 })
  return isAfter(day, dueOn) ? dueOn : day
}

/** Each stopped day once, however the questions overlap; the day of the start is not counted anyhow. */
function daysStopped(stops: readonly Stop[], start: Temporal.PlainDate, today: Temporal.PlainDate): number {
  let counted = 0
  let from = start.add({ days: 1 })
  for (const { askedOn, answeredOn } of stops.toSorted((a, b) => Temporal.PlainDate.compare(a.askedOn, b.askedOn))) {
    const first = later(askedOn, from)
    const last = answeredOn ?? later(askedOn, today)
    if (isAfter(first, last)) continue
    counted += first.until(last, { largestUnit: 'days' }).days + 1
    from = last.add({ days: 1 })
  }
  return counted
}

/** How near the answer is, for those who look at what is due. */
export type Nearness = 'far' | 'near' | 'today' | 'late'

/** Days before the promise from which a request is shown as near. */
export const warnedDays = 10

export function nearnessOf(clock: Clock, today: Temporal.PlainDate): Nearness {
  if (isAfter(today, clock.dueOn)) return 'late'
  const left = today.until(clock.promisedOn, { largestUnit: 'days' }).days
  return left <= 0 ? 'today' : left <= warnedDays ? 'near' : 'far'
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (isAfter(one, other) ? one : other)

/** Two periods as one, so that the second counts from the original start and not from the end of the first. */
function sum(one: string, other: string): string {
  const [a, b] = [Temporal.Duration.from(one), Temporal.Duration.from(other)]
  return Temporal.Duration.from({ months: a.months + b.months, days: a.days + b.days }).toString()
}
