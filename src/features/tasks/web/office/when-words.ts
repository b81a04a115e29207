import { londonDay, plainDate, timeOfDay } from '../../../../ui/dates.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const weekday = (day: Temporal.PlainDate) => weekdays[day.dayOfWeek - 1] ?? ''

/** `24 November`, with the year where it is another than today's. */
const dayInWords = (day: Temporal.PlainDate, today: Temporal.PlainDate) =>
  day.year === today.year ? plainDate(day).replace(/ \d{4}$/, '') : plainDate(day)

/** How long something has waited, as one says it: `since 9:15am`, `since yesterday`, `since Tuesday`, `since 3 November`. */
export function sinceWords(at: Temporal.Instant, today: Temporal.PlainDate): string {
  const day = londonDay(at)
  const days = day.until(today).days
  if (days <= 0) return `since ${timeOfDay(at)}`
  if (days === 1) return 'since yesterday'
  return days < 7 ? `since ${weekday(day)}` : `since ${dayInWords(day, today)}`
}

/** By when: `was due on Tuesday`, `due today`, `due tomorrow`, `due on Friday`, `due on 24 December`. */
export function dueWords(due: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(due).days
  if (days === 0) return 'due today'
  if (days === 1) return 'due tomorrow'
  if (days === -1) return 'was due yesterday'
  const on = Math.abs(days) < 7 ? weekday(due) : dayInWords(due, today)
  return days > 0 ? `due on ${on}` : `was due on ${on}`
}
