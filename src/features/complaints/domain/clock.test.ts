import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBusinessDay } from '../../../values/calendar-days.ts'
import { type ComplaintRules, complaintClock, nearnessOf } from './clock.ts'
import { abouts } from './complaint.ts'
import { nextBodyOn } from './next-bodies.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const trust: ComplaintRules = { law: 'P30D', promise: 'P7D', service: { acknowledge: 5, answer: 20 } }
const firm: ComplaintRules = { law: 'P30D', promise: 'P30D', service: { acknowledge: 10, answer: 28 } }
const clock = (about: 'service' | 'data' | 'both', on: string, rules: ComplaintRules) => {
  const found = complaintClock(about, day(on), rules)
  return [found.lawOn, found.literalOn, found.acknowledgeOn, found.answerOn].map((it) => it?.toString() ?? null)
}

describe('a complaint about data, by the law alone', () => {
  test.each([
    ['the thirtieth day after is a Saturday', '2026-09-03', '2026-10-05', '2026-10-02'],
    ['it is Christmas Day, before a long weekend', '2026-11-25', '2026-12-29', '2026-12-24'],
    ['February is short', '2027-02-03', '2027-03-05', '2027-03-04'],
    ['it is Easter Monday', '2027-02-27', '2027-03-30', '2027-03-28'],
    ['it is a working day', '2026-11-23', '2026-12-23', '2026-12-22'],
    ['it came on a Sunday', '2026-11-22', '2026-12-22', '2026-12-21'],
    ['the year ends', '2026-12-02', '2027-01-04', '2026-12-31'],
  ])('%s', (_, received, law, literal) => {
    expect(clock('data', received, firm).slice(0, 3)).toEqual([law, literal, law])
  })

  test('the service’s own promise comes sooner, and before a day of rest', () => {
    expect(clock('data', '2026-09-03', trust)[2]).toBe('2026-09-10')
    expect(clock('data', '2026-12-19', trust)[2]).toBe('2026-12-24')
  })
})

describe('a complaint about the service, by the policy’s working days', () => {
  test.each([
    ['the trust, over Christmas', trust, '2026-12-21', '2026-12-30', '2027-01-21'],
    ['the firm, over Christmas and New Year', firm, '2026-12-21', '2027-01-07', '2027-02-02'],
    ['the firm, in an ordinary week', firm, '2026-09-03', '2026-09-17', '2026-10-13'],
  ])('%s', (_, rules, received, acknowledge, answer) => {
    const found = clock('service', received, { ...rules, promise: 'P30D' })
    expect(found).toEqual([null, null, acknowledge, answer])
  })
})

test('what is about both keeps the sooner of the two, and the law’s day is shown', () => {
  expect(clock('both', '2026-12-21', firm)).toEqual(['2027-01-20', '2027-01-19', '2027-01-07', '2027-02-02'])
})

const days = fc.integer({ min: 0, max: 3650 }).map((it) => day('2025-01-01').add({ days: it }))
const compare = Temporal.PlainDate.compare

test('whatever it is about, it is acknowledged after it came and never after the law’s last day, which is a working day', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...abouts), fc.constantFrom(trust, firm), (on, about, rules) => {
      const found = complaintClock(about, on, rules)
      expect(compare(found.acknowledgeOn, on)).toBeGreaterThanOrEqual(0)
      expect(compare(found.answerOn, on)).toBe(1)
      if (found.lawOn === null || found.literalOn === null) {
        expect(about).toBe('service')
        return
      }
      expect(compare(found.acknowledgeOn, found.lawOn)).toBeLessThanOrEqual(0)
      expect(compare(found.literalOn, found.lawOn)).toBe(-1)
      expect(isBusinessDay(found.lawOn)).toBe(true)
      expect(on.until(found.lawOn).days).toBeGreaterThanOrEqual(30)
      // No longest row of days of rest is longer than four.
      expect(on.until(found.lawOn).days).toBeLessThanOrEqual(34)
    }),
  )
})

test('a later complaint is never due before an earlier one', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...abouts), fc.constantFrom(trust, firm), (on, about, rules) => {
      const [one, other] = [complaintClock(about, on, rules), complaintClock(about, on.add({ days: 1 }), rules)]
      expect(compare(one.acknowledgeOn, other.acknowledgeOn)).toBeLessThanOrEqual(0)
      expect(compare(one.answerOn, other.answerOn)).toBeLessThanOrEqual(0)
    }),
  )
})

test('it warns ahead, on the day and after it', () => {
  const due = day('2026-12-24')
  const near = (on: string) => nearnessOf(due, day(on))
  expect(['2026-12-01', '2026-12-19', '2026-12-24', '2026-12-25'].map(near)).toEqual(['far', 'near', 'today', 'late'])
})

test('who is next has the name of the day', () => {
  expect(nextBodyOn('data', day('2026-09-29')).name).toContain('Commissioner')
  expect(nextBodyOn('data', day('2026-09-30')).name).toBe('Information Commission (ICO)')
  expect(nextBodyOn('service', day('2026-11-22')).name).toBe('Family Mediation Council')
})
