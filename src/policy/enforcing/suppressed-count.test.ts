import { expect, test } from 'vitest'
import { suppressedCount } from './suppressed-count.ts'

test.each([
  [0, null],
  [4, null],
  [5, 5],
  [7, 5],
  [8, 10],
  [1002, 1000],
])('a count of %i under 5 and to the nearest 5 is shown as %s', (count, shown) => {
  expect(suppressedCount(count, { threshold: 5, round: 5 })).toBe(shown)
})

test('rounding never shows what is under the threshold', () => {
  expect(suppressedCount(10, { threshold: 10, round: 25 })).toBe(10)
})
