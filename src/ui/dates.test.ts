import { expect, test } from 'vitest'
import {
  dateAndTime,
  howLong,
  londonDay,
  longDate,
  plainDate,
  shortDate,
  shortDateAndTime,
  timeOfDay,
} from './dates.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const today = day('2026-11-24')

test('a date in words', () => {
  expect(plainDate(today)).toBe('24 November 2026')
  expect(longDate(today)).toBe('Tuesday 24 November 2026')
  expect(shortDate(today)).toBe('Tue 24 Nov')
})

test.each([
  ['2026-09-06', 'Sun 6 Sep'],
  ['2026-05-04', 'Mon 4 May'],
  ['2027-01-04', 'Mon 4 Jan 2027'],
  ['2019-12-31', 'Tue 31 Dec 2019'],
])('%s beside a today in 2026', (date, words) => expect(shortDate(day(date), today)).toBe(words))

test.each([
  ['2026-11-24T14:30:00Z', '2:30pm'],
  ['2026-11-24T09:00:00Z', '9am'],
  ['2026-11-24T00:00:00Z', 'midnight'],
  ['2026-11-24T00:05:00Z', '12:05am'],
  ['2026-11-24T12:00:00Z', 'midday'],
  ['2026-11-24T12:05:00Z', '12:05pm'],
  ['2026-07-01T12:00:00Z', '1pm'],
])('%s by the clocks of London', (instant, words) => expect(timeOfDay(at(instant))).toBe(words))

test('an instant falls on its day in London', () => {
  expect(londonDay(at('2026-06-30T23:30:00Z')).toString()).toBe('2026-07-01')
  expect(dateAndTime(at('2026-11-24T14:30:00Z'))).toBe('Tuesday 24 November 2026 at 2:30pm')
  expect(shortDateAndTime(at('2026-06-30T23:30:00Z'), today)).toBe('Wed 1 Jul, 12:30am')
})

test.each([
  ['2026-11-24', 'today'],
  ['2026-11-25', 'tomorrow'],
  ['2026-11-23', 'yesterday'],
  ['2026-11-21', '3 days ago'],
  ['2026-11-27', 'in 3 days'],
  ['2026-11-11', '13 days ago'],
  ['2026-11-10', '2 weeks ago'],
  ['2026-10-20', '5 weeks ago'],
  ['2026-09-24', '2 months ago'],
  ['2027-03-25', 'in 4 months'],
  ['2025-11-24', '1 year ago'],
  ['2025-11-25', '11 months ago'],
  ['2033-11-24', 'in 7 years'],
])('how long %s is from 24 November 2026', (date, words) => expect(howLong(day(date), today)).toBe(words))
