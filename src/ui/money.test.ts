import { expect, test } from 'vitest'
import { pounds } from './money.ts'

test.each([
  [0, '£0'],
  [5, '£0.05'],
  [12000, '£120'],
  [12050, '£120.50'],
  [125050, '£1,250.50'],
  [123456789, '£1,234,567.89'],
  [-500, '−£5'],
])('%d pence', (pence, words) => expect(pounds(pence)).toBe(words))

test.each([0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('%d is no whole number of pence', (pence) =>
  expect(() => pounds(pence)).toThrow(RangeError),
)
