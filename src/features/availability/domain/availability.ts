import { isBankHoliday } from '../../../values/bank-holidays.ts'
import { serviceTimeZone } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import type { MeetingHours } from '../../settings/index.ts'

/** Hours of a mediator on one day of the week, from a day and until one. Minutes are since midnight by the clocks of London. */
export interface WorkingHours {
  readonly id: Id
  readonly staffId: Id
  /** 1 is Monday. */
  readonly weekday: number
  readonly fromMinute: number
  readonly untilMinute: number
  readonly breakFrom: number | null
  readonly breakUntil: number | null
  /** Null: wherever a room is free. */
  readonly venueId: Id | null
  readonly firstDay: string
  readonly lastDay: string | null
}

export interface TimeRange {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export interface Absence extends TimeRange {
  readonly id: Id
  readonly staffId: Id
}

/** Something that takes a mediator's or a room's time, in whichever case; its place is null by telephone. */
export interface TakenTime extends TimeRange {
  readonly mediatorId: Id
  readonly roomId: Id | null
  readonly venueId: Id | null
}

/** What is known of when people can be met, for some days. */
export interface Availability {
  readonly hours: readonly WorkingHours[]
  /** When the service holds meetings: what counts for a mediator of whom no hours are recorded. */
  readonly meetingHours: MeetingHours
  readonly absences: readonly Absence[]
  /** Bank holidays on which the service opens, ISO dates. */
  readonly openedDays: ReadonlySet<string>
  /** Minutes between two places; 0 where nobody said. */
  readonly travelMinutes: (one: Id, other: Id) => number
}

/** Why a mediator is not there for an appointment. */
export type Unavailable = 'bank-holiday' | 'away' | 'not-working' | 'not-open' | 'break' | 'elsewhere' | 'travel'

/** What is wanted: a mediator for some time, at a place or (null) by telephone. */
export interface WantedTime extends TimeRange {
  readonly mediatorId: Id
  readonly venueId: Id | null
}

const minutesOfDay = 24 * 60
const stepMinutes = 15

/** The day on which something begins in London, and its minutes since midnight there. */
export function onTheDay(range: TimeRange): { day: Temporal.PlainDate; from: number; until: number } {
  const local = range.startsAt.toZonedDateTimeISO(serviceTimeZone)
  const from = local.hour * 60 + local.minute
  return {
    day: local.toPlainDate(),
    from,
    until: from + Math.round(range.startsAt.until(range.endsAt).total('minutes')),
  }
}

/** Whether the service is closed: a bank holiday, unless it opens on it. A weekend is for each mediator's own hours to say. */
export const isClosed = (day: Temporal.PlainDate, opened: ReadonlySet<string>): boolean =>
  isBankHoliday(day) && !opened.has(day.toString())

/** A mediator's hours on a day; null when none at all were recorded of them for that time. */
export function hoursOn(
  hours: readonly WorkingHours[],
  mediatorId: Id,
  day: Temporal.PlainDate,
): readonly WorkingHours[] | null {
  const date = day.toString()
  const inForce = hours.filter(
    (it) => it.staffId === mediatorId && it.firstDay <= date && (it.lastDay === null || date <= it.lastDay),
  )
  return inForce.length === 0 ? null : inForce.filter((it) => it.weekday === day.dayOfWeek)
}

const overlap = (one: TimeRange, other: TimeRange) =>
  Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 && Temporal.Instant.compare(other.startsAt, one.endsAt) < 0

/** Why the mediator cannot be had then, as far as it is known; null when they can. That they are taken is for the diary to say. */
export function whyUnavailable(
  known: Availability,
  wanted: WantedTime,
  taken: readonly TakenTime[] = [],
): Unavailable | null {
  const { day, from, until } = onTheDay(wanted)
  if (isClosed(day, known.openedDays)) return 'bank-holiday'
  if (known.absences.some((it) => it.staffId === wanted.mediatorId && overlap(it, wanted))) return 'away'
  const hours = hoursOn(known.hours, wanted.mediatorId, day)
  const outside = hours
    ? whyOutside(hours, { from, until, venueId: wanted.venueId })
    : isOutside(known.meetingHours, day, { from, until })
  return outside ?? (mustTravel(known, wanted, taken) ? 'travel' : null)
}

/** Of whom no hours are recorded, they are there while the service holds meetings. */
const isOutside = (
  { weekdays, fromMinute, untilMinute }: MeetingHours,
  day: Temporal.PlainDate,
  { from, until }: { readonly from: number; readonly until: number },
): Unavailable | null =>
  weekdays.includes(day.dayOfWeek) && fromMinute <= from && until <= untilMinute ? null : 'not-open'

/** Each quarter of an hour lies within hours of that day, at that place, and in no break. */
function whyOutside(
  hours: readonly WorkingHours[],
  { from, until, venueId }: { readonly from: number; readonly until: number; readonly venueId: Id | null },
): Unavailable | null {
  for (let minute = from; minute < until; minute += stepMinutes) {
    const at = hours.find((it) => it.fromMinute <= minute && minute < it.untilMinute)
    const end = Math.min(minute + stepMinutes, until)
    if (!at || end > minutesOfDay || !hours.some((it) => it.fromMinute < end && end <= it.untilMinute))
      return 'not-working'
    if (at.breakFrom !== null && at.breakUntil !== null && at.breakFrom < end && minute < at.breakUntil) return 'break'
    if (venueId && at.venueId && at.venueId !== venueId) return 'elsewhere'
  }
  return null
}

/** Whether there is no time to get there from the place before, or from there to the one after. */
function mustTravel(known: Availability, wanted: WantedTime, taken: readonly TakenTime[]): boolean {
  const { venueId } = wanted
  if (venueId === null) return false
  return taken.some((it) => {
    if (it.mediatorId !== wanted.mediatorId || it.venueId === null || it.venueId === venueId || overlap(it, wanted))
      return false
    const minutes = known.travelMinutes(it.venueId, venueId)
    const reach = { startsAt: it.startsAt.subtract({ minutes }), endsAt: it.endsAt.add({ minutes }) }
    return overlap(reach, wanted)
  })
}

/** From when until when a mediator can be had on a day, in minutes since midnight; the service’s where none of theirs were recorded. */
export function spansOn(
  known: Availability,
  mediatorId: Id,
  day: Temporal.PlainDate,
): readonly { readonly fromMinute: number; readonly untilMinute: number }[] {
  if (isClosed(day, known.openedDays)) return []
  const hours = hoursOn(known.hours, mediatorId, day)
  if (hours) return hours
  return known.meetingHours.weekdays.includes(day.dayOfWeek) ? [known.meetingHours] : []
}
