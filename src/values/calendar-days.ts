import { bankHolidaysOf, isBankHoliday } from './bank-holidays.ts'

/** The place whose days count: a deadline ends, and a day begins, by the clocks of England and Wales. */
export const serviceTimeZone = 'Europe/London'

/** The legal date of an instant. An instant just after midnight in summer is still yesterday in UTC. */
export const todayInLondon = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(serviceTimeZone).toPlainDate()

/** The first instant of a day in London. */
export const startOfDayInLondon = (date: Temporal.PlainDate): Temporal.Instant =>
  date.toZonedDateTime(serviceTimeZone).toInstant()

/** The instant of a time on a London wall. A time that the clocks skip is read as the later one, as Temporal does. */
export const londonInstant = (local: Temporal.PlainDateTime): Temporal.Instant =>
  local.toZonedDateTime(serviceTimeZone).toInstant()

/** A business day: not a Saturday, Sunday, Christmas Day, Good Friday or bank holiday (FPR 2010 r 2.3). */
export const isBusinessDay = (date: Temporal.PlainDate): boolean => date.dayOfWeek < 6 && !isBankHoliday(date)

/**
 * The day that many business days after a date, the date itself not counted; before it when the number is negative.
 * None is the date itself, business day or not.
 */
export function addBusinessDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const step = Math.sign(days)
  let left = Math.abs(days)
  let day = date
  while (left > 0) {
    day = day.add({ days: step })
    if (isBusinessDay(day)) left--
  }
  return day
}

/** How many business days lie after the first date, up to and with the last; negative when last is before first. */
export function businessDaysBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(last, first) < 0) return -businessDaysBetween(last, first)
  let count = 0
  for (let day = first; Temporal.PlainDate.compare(day, last) < 0; ) {
    day = day.add({ days: 1 })
    if (isBusinessDay(day)) count++
  }
  return count
}

/**
 * The corresponding date, months later: the same day of the month, or the month's last day where that does not exist
 * (corresponding-date rule; UK GDPR Art 4A with Regulation 1182/71 Art 3).
 */
export const addCalendarMonths = (date: Temporal.PlainDate, months: number): Temporal.PlainDate =>
  date.add({ months }, { overflow: 'constrain' })

/** A date moved by a period of calendar parts, such as `P7Y`, `P6Y6M` or `P15D`. Throws on one with hours. */
export function addPeriod(date: Temporal.PlainDate, period: string): Temporal.PlainDate {
  const duration = Temporal.Duration.from(period)
  if (duration.hours || duration.minutes || duration.seconds) throw new RangeError('a period of days has no hours')
  return date.add(duration, { overflow: 'constrain' })
}

/** The date itself, or the next business day when it is none (Regulation 1182/71 Art 3(4); DPA 2018 s 205(2)). */
export function rollToBusinessDay(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date
  while (!isBusinessDay(day)) day = day.add({ days: 1 })
  return day
}

/**
 * The last day of a legal period of months from an event: the event's day is not counted, days that stopped the clock
 * are added, and an end on a day of rest moves to the next business day (UK GDPR Arts 12A and 4A).
 */
export function endOfMonths(event: Temporal.PlainDate, months: number, stoppedDays = 0): Temporal.PlainDate {
  return rollToBusinessDay(addCalendarMonths(event, months).add({ days: stoppedDays }))
}

/** How many days a stopped clock stands: the day of asking and the day of the answer both count (UK GDPR Art 12A(5)). */
export const daysInclusive = (first: Temporal.PlainDate, last: Temporal.PlainDate): number =>
  first.until(last, { largestUnit: 'days' }).days + 1

/** Whether a reckoning between two dates leans on bank holidays that nobody has published yet. */
export function restsOnProjection(first: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  for (let year = first.year; year <= last.year; year++) if (bankHolidaysOf(year).projected) return true
  return false
}
