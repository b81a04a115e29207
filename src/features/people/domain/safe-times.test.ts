import { describe, expect, test } from 'vitest'
import { nextSafe, type SafeTimes, safeTimesWords } from './safe-times.ts'

const times = (
  safeDays: string | null,
  safeFrom: string | null = null,
  safeUntil: string | null = null,
): SafeTimes => ({
  ...{ safeDays, safeFrom, safeUntil },
})
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant().toString()

describe('the next time at which somebody may be reached', () => {
  // 23 November 2026 is a Monday.
  test.each([
    ['any time', times(null), '2026-11-23T03:00', '2026-11-23T03:00'],
    ['within the hours', times(null, '18:00', '20:00'), '2026-11-23T18:30', '2026-11-23T18:30'],
    ['at their first moment', times(null, '18:00', '20:00'), '2026-11-23T18:00', '2026-11-23T18:00'],
    ['before them', times(null, '18:00', '20:00'), '2026-11-23T09:00', '2026-11-23T18:00'],
    ['at their end, which is too late', times(null, '18:00', '20:00'), '2026-11-23T20:00', '2026-11-24T18:00'],
    ['on another day', times('Wed Sat'), '2026-11-23T09:00', '2026-11-25T00:00'],
    ['on that day all day', times('Wed Sat'), '2026-11-25T23:59', '2026-11-25T23:59'],
    ['on the one day, a week on', times('Mon', '09:00', '10:00'), '2026-11-23T10:30', '2026-11-30T09:00'],
    ['on the day that the clocks go forward', times('Sun', '09:00', '10:00'), '2027-03-27T12:00', '2027-03-28T09:00'],
    ['on the day that they go back', times('Sun', '09:00', '10:00'), '2026-10-24T12:00', '2026-10-25T09:00'],
  ])('%s', (_, said, now, expected) => {
    expect(nextSafe(said, Temporal.Instant.from(at(now))).toString()).toBe(at(expected))
  })
})

test('times are said in one line', () => {
  expect(safeTimesWords(times('Mon Tue', '18:00', '20:00'))).toBe('Mon, Tue, 18:00 to 20:00')
  expect(safeTimesWords(times(null, '18:00', '23:59'))).toBe('from 18:00')
  expect(safeTimesWords(times('Mon', '00:00', '09:00'))).toBe('Mon, until 09:00')
  expect(safeTimesWords(times(null))).toBeNull()
})

test.each([
  ['Mon Tue Wed Thu Fri', 'Mon to Fri'],
  ['Mon Tue Wed Sat', 'Mon to Wed, Sat'],
  ['Mon Tue Thu Fri Sat Sun', 'Mon, Tue, Thu to Sun'],
  ['Sat Sun', 'Sat, Sun'],
  ['Sun Mon Tue', 'Mon, Tue, Sun'],
  ['Wed', 'Wed'],
])('the days %s are said as %s', (days, words) => {
  expect(safeTimesWords(times(days))).toBe(words)
})
