import { expect, test } from 'vitest'
import type { Id } from '../../../values/ids.ts'
import { daysLeft, periodWords, reasonWords } from './words.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('days left are counted in days', () => {
  const today = day('2033-10-24')
  expect(daysLeft(day('2033-11-21'), today)).toBe('in 28 days')
  expect(daysLeft(day('2033-10-25'), today)).toBe('tomorrow')
  expect(daysLeft(today, today)).toBe('today')
  expect(daysLeft(day('2033-10-01'), today)).toBe('today')
})

test('periods are said as people say them', () => {
  expect(periodWords('P7Y')).toBe('7 years')
  expect(periodWords('P6Y6M')).toBe('6 years and 6 months')
  expect(periodWords('P1Y')).toBe('1 year')
})

test('reasons have the words of their checks, and a forgotten one its name', () => {
  const check = {
    name: 'hold',
    of: ['case'],
    words: 'it is held',
    yieldsToCap: false,
    staying: async () => new Set<Id>(),
  } as const
  expect(reasonWords([check], ['hold', 'old-reason'])).toBe('it is held, and old reason')
})
