import { parsePartialDate } from '../../../values/partial-date.ts'

/** How old somebody is on a day, in words: `7`, or `6 or 7` where the date of birth lacks its day; null where it cannot be said. */
export function ageWords(birthDate: string | null, today: Temporal.PlainDate): string | null {
  if (birthDate === null) return null
  const { year, month, day } = parsePartialDate(birthDate)
  if (year === undefined) return null
  const latestMonth = month ?? 12
  const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 })
  const last = Temporal.PlainDate.from({ year, month: latestMonth, day: day ?? 31 }, { overflow: 'constrain' })
  const oldest = yearsSince(first, today)
  const youngest = Math.max(yearsSince(last, today), 0)
  if (oldest < 0) return null
  return oldest === youngest ? `${oldest}` : `${youngest} or ${oldest}`
}

const yearsSince = (day: Temporal.PlainDate, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(day, today) > 0 ? -1 : day.until(today, { largestUnit: 'years' }).years
