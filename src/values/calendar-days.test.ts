import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addBusinessDays,
  addCalendarMonths,
  addPeriod,
  businessDaysBetween,
  daysInclusive,
  endOfMonths,
  isBusinessDay,
  londonInstant,
  restsOnProjection,
  rollToBusinessDay,
  startOfDayInLondon,
  todayInLondon,
} from './calendar-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2019-01-01').add({ days }))

describe('a request answered in a month', () => {
  test.each([
    ['2026-09-03', 1, '2026-10-05'],
    ['2026-09-03', 3, '2026-12-03'],
    ['2026-11-25', 1, '2026-12-29'],
    ['2027-02-03', 1, '2027-03-03'],
    ['2027-03-31', 1, '2027-04-30'],
    ['2028-01-31', 1, '2028-02-29'],
  ])('from %s, %i months: %s', (event, months, due) => {
    expect(endOfMonths(day(event), months).toString()).toBe(due)
  })

  test('thirty days would be late for one received on 3 February 2027', () => {
    const legal = endOfMonths(day('2027-02-03'), 1)
    expect(legal.until(day('2027-02-03').add({ days: 30 })).days).toBe(2)
  })

  test('a stopped clock leaves out the day of asking and the day of the answer', () => {
    const stopped = daysInclusive(day('2026-03-12'), day('2026-03-19'))
    expect(stopped).toBe(8)
    expect(endOfMonths(day('2026-03-10'), 1, stopped).toString()).toBe('2026-04-20')
  })

  test('a check of identity moves the start', () => {
    expect(endOfMonths(day('2026-03-20'), 1).toString()).toBe('2026-04-20')
  })
})

describe('business days', () => {
  test.each([
    ['2026-11-23', 15, '2026-12-14'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2027-03-25', 1, '2027-03-30'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-12-29', -1, '2026-12-24'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i more: %s', (from, days, to) => {
    expect(addBusinessDays(day(from), days).toString()).toBe(to)
  })

  test('adding lands on a business day, and counting gives the number back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const to = addBusinessDays(from, days)
        expect(isBusinessDay(to)).toBe(true)
        expect(businessDaysBetween(from, to)).toBe(days)
      }),
    )
  })

  test('counting backwards is counting forwards, negated', () => {
    expect(businessDaysBetween(day('2026-12-14'), day('2026-11-23'))).toBe(-15)
  })

  test('rolling never goes back, stops within five days, and is done once', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const rolled = rollToBusinessDay(from)
        const moved = from.until(rolled).days
        expect(moved).toBeGreaterThanOrEqual(0)
        expect(moved).toBeLessThanOrEqual(5)
        expect(rollToBusinessDay(rolled).equals(rolled)).toBe(true)
      }),
    )
  })
})

describe('calendar months', () => {
  test.each([
    ['2026-07-21', 4, '2026-11-21'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('%s and %i months: %s', (from, months, to) => {
    expect(addCalendarMonths(day(from), months).toString()).toBe(to)
  })

  test.each([
    ['2026-11-21', 'P7Y', '2033-11-21'],
    ['2026-11-21', 'P6Y6M', '2033-05-21'],
    ['2026-11-21', 'P78M', '2033-05-21'],
    ['2026-11-21', 'P1Y', '2027-11-21'],
    ['2028-02-29', 'P7Y', '2035-02-28'],
  ])('%s kept for %s: until %s', (from, period, to) => {
    expect(addPeriod(day(from), period).toString()).toBe(to)
  })

  test('a period of hours is a mistake of the caller', () => {
    expect(() => addPeriod(day('2026-11-21'), 'PT72H')).toThrow(RangeError)
  })

  test('the corresponding date has the same day, or is the last of its month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (from, months) => {
        const to = addCalendarMonths(from, months)
        expect(to.day === from.day || (to.day === to.daysInMonth && to.day < from.day)).toBe(true)
      }),
    )
  })
})

describe('the day in London', () => {
  test.each([
    ['2026-07-01T22:59:59Z', '2026-07-01'],
    ['2026-07-01T23:00:00Z', '2026-07-02'],
    ['2026-12-01T23:59:59Z', '2026-12-01'],
    ['2026-10-25T00:30:00Z', '2026-10-25'],
    ['2027-03-28T00:59:59Z', '2027-03-28'],
  ])('%s is %s', (instant, date) => {
    expect(todayInLondon(Temporal.Instant.from(instant)).toString()).toBe(date)
  })

  test('every instant lies in the day that it is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_500_000_000, max: 2_500_000_000 }), (seconds) => {
        const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
        const today = todayInLondon(now)
        expect(Temporal.Instant.compare(startOfDayInLondon(today), now)).toBeLessThanOrEqual(0)
        expect(Temporal.Instant.compare(startOfDayInLondon(today.add({ days: 1 })), now)).toBe(1)
      }),
    )
  })

  test('a wall time is its instant', () => {
    expect(londonInstant(Temporal.PlainDateTime.from('2027-03-28T09:00')).toString()).toBe('2027-03-28T08:00:00Z')
    expect(londonInstant(Temporal.PlainDateTime.from('2026-10-25T09:00')).toString()).toBe('2026-10-25T09:00:00Z')
  })
})

test('a reckoning into a year without published holidays says so', () => {
  expect(restsOnProjection(day('2026-11-21'), day('2027-12-31'))).toBe(false)
  expect(restsOnProjection(day('2026-11-21'), day('2033-11-21'))).toBe(true)
})
