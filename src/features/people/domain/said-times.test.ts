import { describe, expect, test } from 'vitest'
import { daysAmong, hoursBetween, readDays, readHour } from './said-times.ts'

describe('days as they are typed', () => {
  test.each([
    ['Mon-Fri', 'Mon Tue Wed Thu Fri'],
    ['weekdays', 'Mon Tue Wed Thu Fri'],
    ['mon to wed, sat', 'Mon Tue Wed Sat'],
    ['Tuesday & Thursdays', 'Tue Thu'],
    ['th and tu', 'Tue Thu'],
    ['fri – mon', 'Mon Fri Sat Sun'],
    ['Weekends', 'Sat Sun'],
    ['every day', null],
    ['', null],
  ])('%s', (typed, days) => {
    expect(readDays(typed)).toBe(days)
  })

  test.each(['not Sunday', 'm', 'mon-wed-fri', 'soon', 'mon-', 't'])('%s is not read', (typed) => {
    expect(readDays(typed)).toBeUndefined()
  })

  test('all of a week is every day', () => {
    expect(daysAmong(['Sun', 'Mon'])).toBe('Mon Sun')
    expect(daysAmong([])).toBeNull()
  })
})

describe('hours as they are typed', () => {
  test.each([
    ['18', '18:00'],
    ['6pm', '18:00'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['9.30', '09:30'],
    ['1830', '18:30'],
    ['', null],
    ['25', undefined],
    ['13pm', undefined],
    ['evening', undefined],
    ['18:70', undefined],
  ])('%s', (typed, hour) => {
    expect(readHour(typed)).toBe(hour)
  })

  test('one alone is open at its other end, and the wrong way round is none', () => {
    expect(hoursBetween('18:00', null)).toEqual({ safeFrom: '18:00', safeUntil: '23:59' })
    expect(hoursBetween(null, '09:00')).toEqual({ safeFrom: '00:00', safeUntil: '09:00' })
    expect(hoursBetween('18:00', '09:00')).toBeNull()
    expect(hoursBetween(null, null)).toEqual({ safeFrom: null, safeUntil: null })
  })
})
