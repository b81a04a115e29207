import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, formatMoneyInText, largestAmount, readMoney } from './money.ts'

test.each([
  ['120', 12000],
  ['£120', 12000],
  ['£ 1,234.50', 123450],
  ['1234.5', 123450],
  ['0.07', 7],
  ['0', 0],
  ['10,000,000', largestAmount],
])('%j is %i pence', (typed, pence) => {
  expect(readMoney(typed)).toEqual({ done: true, value: pence })
})

test.each([
  ['', 'money.empty'],
  ['£', 'money.empty'],
  ['-5', 'money.negative'],
  ['−5', 'money.negative'],
  ['12,50', 'money.notAmount'],
  ['1.234', 'money.notAmount'],
  ['1,23,456', 'money.notAmount'],
  ['12e3', 'money.notAmount'],
  ['NaN', 'money.notAmount'],
  ['.50', 'money.notAmount'],
  ['ten', 'money.notAmount'],
  ['10000000.01', 'money.tooMuch'],
  ['99999999999', 'money.notAmount'],
])('%j is refused: %s', (typed, reason) => {
  expect(readMoney(typed)).toEqual({ done: false, reason })
})

test.each([
  [35700, '£357.00', '£357'],
  [123456789, '£1,234,567.89', '£1,234,567.89'],
  [5, '£0.05', '£0.05'],
  [0, '£0.00', '£0'],
  [-300, '−£3.00', '−£3'],
])('%i pence is written %s, or %s', (pence, column, text) => {
  expect(formatMoney(pence)).toBe(column)
  expect(formatMoneyInText(pence)).toBe(text)
})

test('a fraction of a penny is a mistake of the caller', () => {
  expect(() => formatMoney(0.5)).toThrow(RangeError)
})

test('what is written reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: largestAmount }), (pence) => {
      expect(readMoney(formatMoney(pence))).toEqual({ done: true, value: pence })
      expect(readMoney(formatMoneyInText(pence))).toEqual({ done: true, value: pence })
    }),
  )
})
