import { isBusinessDay, serviceTimeZone, todayInLondon } from '../../../values/calendar-days.ts'

export interface TimeRange {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** Hours between which a free time is offered. Others can be booked by typing them. */
const [opens, closes] = [Temporal.PlainTime.from('09:00'), Temporal.PlainTime.from('17:00')]
const stepMinutes = 30
const daysAhead = 14

/** The days that are searched for free times from an instant on. */
export const searchedUntil = (from: Temporal.Instant): Temporal.Instant => from.add({ hours: 24 * (daysAhead + 1) })

/**
 * The next free times for an appointment of so many minutes: on business days in office hours, at the hour or half past, not more
 * than three on one day.
 */
export function nextFreeTimes(
  taken: readonly TimeRange[],
  wanted: { readonly from: Temporal.Instant; readonly minutes: number; readonly most?: number },
): Temporal.Instant[] {
  const { from, minutes, most = 6 } = wanted
  const found: Temporal.Instant[] = []
  for (let offset = 0; offset < daysAhead && found.length < most; offset++) {
    const date = todayInLondon(from).add({ days: offset })
    if (!isBusinessDay(date)) continue
    found.push(
      ...startsOn(date, minutes)
        .filter((start) => isFree(start, { taken, from, minutes }))
        .slice(0, 3),
    )
  }
  return found.slice(0, most)
}

function startsOn(date: Temporal.PlainDate, minutes: number): Temporal.Instant[] {
  const [first, end] = [opens, closes].map((time) =>
    date.toZonedDateTime({ timeZone: serviceTimeZone, plainTime: time }).toInstant(),
  )
  if (!first || !end) return []
  const starts: Temporal.Instant[] = []
  const lastStart = end.subtract({ minutes })
  for (let start = first; Temporal.Instant.compare(start, lastStart) <= 0; start = start.add({ minutes: stepMinutes }))
    starts.push(start)
  return starts
}

function isFree(
  start: Temporal.Instant,
  { taken, from, minutes }: { taken: readonly TimeRange[]; from: Temporal.Instant; minutes: number },
): boolean {
  if (Temporal.Instant.compare(start, from) < 0) return false
  const end = start.add({ minutes })
  return !taken.some(
    (it) => Temporal.Instant.compare(it.startsAt, end) < 0 && Temporal.Instant.compare(start, it.endsAt) < 0,
  )
}
