import { monthNames } from '../values/month-names.ts'

const ZONE = 'Europe/London'
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const weekday = (date: Temporal.PlainDate) => DAYS[date.dayOfWeek - 1] ?? ''
const month = (date: Temporal.PlainDate) => monthNames[date.month - 1] ?? ''

/** The day in London on which an instant falls. */
export const londonDay = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(ZONE).toPlainDate()

/** `24 November 2026` */
export const plainDate = (date: Temporal.PlainDate): string => `${date.day} ${month(date)} ${date.year}`

/** `Tuesday 24 November 2026` */
export const longDate = (date: Temporal.PlainDate): string => `${weekday(date)} ${plainDate(date)}`

/** `Tue 24 Nov`; with the year where it is not the year of `today`. */
export function shortDate(date: Temporal.PlainDate, today?: Temporal.PlainDate): string {
  const words = `${weekday(date).slice(0, 3)} ${date.day} ${month(date).slice(0, 3)}`
  return today && today.year !== date.year ? `${words} ${date.year}` : words
}

/** `2:30pm`, `9am`, `midday`, `midnight`, by the clocks of London. */
export function timeOfDay(instant: Temporal.Instant): string {
  const { hour, minute } = instant.toZonedDateTimeISO(ZONE)
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

/** `Tuesday 24 November 2026 at 2:30pm` */
export const dateAndTime = (instant: Temporal.Instant): string =>
  `${longDate(londonDay(instant))} at ${timeOfDay(instant)}`

/** `Tue 24 Nov, 2:30pm` */
export const shortDateAndTime = (instant: Temporal.Instant, today?: Temporal.PlainDate): string =>
  `${shortDate(londonDay(instant), today)}, ${timeOfDay(instant)}`

/** `today`, `yesterday`, `3 days ago`, `in 2 weeks`, `4 months ago`, `in 7 years`: whole units, rounded down. */
export function howLong(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(date).days
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  const span = wholeUnits(date, today, Math.abs(days))
  return days > 0 ? `in ${span}` : `${span} ago`
}

function wholeUnits(date: Temporal.PlainDate, today: Temporal.PlainDate, days: number): string {
  if (days < 14) return counted(days, 'day')
  const { years, months } = today.until(date, { largestUnit: 'years' })
  if (years !== 0) return counted(Math.abs(years), 'year')
  if (Math.abs(months) >= 2) return counted(Math.abs(months), 'month')
  return counted(Math.floor(days / 7), 'week')
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
