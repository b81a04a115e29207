import { expect, test } from 'vitest'
import { goodUntil, validityOn } from './certificate-validity.ts'

test.each([
  ['2026-07-21', '2026-11-21'],
  ['2026-10-31', '2027-02-28'],
  ['2027-10-29', '2028-02-29'],
  ['2026-08-25', '2026-12-25'],
  ['2015-01-05', '2015-05-05'],
])('a MIAM held on %s is good to %s', (heldOn, until) => {
  expect(goodUntil(Temporal.PlainDate.from(heldOn)).toString()).toBe(until)
})

test('each rule says where it stands', () => {
  expect(validityOn(Temporal.PlainDate.from('2024-04-29')).source).toContain('2023/1324')
  expect(validityOn(Temporal.PlainDate.from('2024-04-28')).source).toContain('2014/843')
  expect(() => validityOn(Temporal.PlainDate.from('2014-04-21'))).toThrow(RangeError)
})
