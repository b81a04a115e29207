import { expect, test } from 'vitest'
import { bankHolidaysOf, easterSunday, isBankHoliday, projectedDays } from './bank-holidays.ts'

test.each([
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
])('%i is as published', (year, days) => {
  expect(bankHolidaysOf(year)).toEqual({ year, projected: false, days: days.split(' ').map((day) => `${year}-${day}`) })
})

test.each([2019, 2021, 2024, 2025, 2026, 2027])('the rules alone give the published list of %i', (year) => {
  expect(projectedDays(year)).toEqual(bankHolidaysOf(year).days)
})

test.each([2020, 2022, 2023])('%i had a special day, which no rule gives', (year) => {
  expect(projectedDays(year)).not.toEqual(bankHolidaysOf(year).days)
})

test('a year not published yet is projected and marked', () => {
  expect(bankHolidaysOf(2033)).toEqual({
    year: 2033,
    projected: true,
    days: [
      '2033-01-03',
      '2033-04-15',
      '2033-04-18',
      '2033-05-02',
      '2033-05-30',
      '2033-08-29',
      '2033-12-26',
      '2033-12-27',
    ],
  })
})

test('Christmas Day on a Sunday moves past Boxing Day', () => {
  expect(projectedDays(2033).slice(-2)).toEqual(['2033-12-26', '2033-12-27'])
})

test.each([
  [1999, '1999-04-04'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2038, '2038-04-25'],
])('Easter of %i', (year, day) => {
  expect(easterSunday(year).toString()).toBe(day)
})

test('no projected holiday falls on a weekend, and none twice', () => {
  for (let year = 2028; year < 2100; year++) {
    const days = projectedDays(year)
    expect(new Set(days).size).toBe(8)
    for (const day of days) expect(Temporal.PlainDate.from(day).dayOfWeek).toBeLessThan(6)
    expect([...days].sort()).toEqual(days)
  }
})

test('an ordinary day is no bank holiday', () => {
  expect(isBankHoliday(Temporal.PlainDate.from('2026-11-23'))).toBe(false)
  expect(isBankHoliday(Temporal.PlainDate.from('2026-12-28'))).toBe(true)
})
