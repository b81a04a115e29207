import type { RetentionCheck } from './check.ts'

/** The words of the reasons for which something stays. A reason that an older version wrote is named as it is. */
export const reasonWords = (checks: readonly RetentionCheck[], reasons: readonly string[]): string =>
  reasons.map((name) => checks.find((check) => check.name === name)?.words ?? name.replaceAll('-', ' ')).join(', and ')

/** `in 27 days`, `tomorrow`, `today`. What should have gone already goes at the next sweep. */
export function daysLeft(until: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = today.until(until, { largestUnit: 'days' })
  if (days <= 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

/** A policy's period as people say it: `7 years`, `6 years and 6 months`, `28 days`. */
export function periodWords(period: string): string {
  const { years, months, weeks, days } = Temporal.Duration.from(period)
  const parts = (
    [
      [years, 'year'],
      [months, 'month'],
      [weeks, 'week'],
      [days, 'day'],
    ] as const
  ).flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`]))
  return parts.join(' and ')
}
