import { describe, expect, test } from 'vitest'
import { feeByRule, type Missed, reckoning, wasInTime } from './missed-fee.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const rule = { noticeDays: 2, sharePercent: 50, source: 'Agreement, 4', inForceFrom: '2026-01-01' }

/** A meeting on Tuesday 29 December 2026; Friday and Monday before it are Christmas Day and its substitute. */
const missed = (more: Partial<Missed>) => ({
  ...{ how: 'cancelled', meetingDay: day('2026-12-29'), toldOn: day('2026-12-23'), rule, pricePence: 12001, ...more },
})
type Part = Parameters<typeof feeByRule>[0]

describe('what a missed meeting costs by the rule', () => {
  test('counts business days, so that Christmas is no notice', () => {
    // Thursday the 24th and Tuesday the 29th.
    expect(wasInTime(missed({}) as Part)).toBe(true)
    expect(wasInTime(missed({ toldOn: day('2026-12-24') }) as Part)).toBe(false)
    expect(feeByRule(missed({ toldOn: day('2026-12-24') }) as Part)).toBe(6000)
  })

  test('is nothing without a rule, without a price, or by a share of nothing', () => {
    const late = { toldOn: day('2026-12-28') }
    expect(feeByRule(missed({ ...late, rule: null }) as Part)).toBe(0)
    expect(feeByRule(missed({ ...late, pricePence: null }) as Part)).toBe(0)
    expect(feeByRule(missed({ ...late, rule: { ...rule, sharePercent: 0 } }) as Part)).toBe(0)
  })

  test('of whoever did not come has no notice', () => {
    expect(feeByRule(missed({ how: 'not_attended', toldOn: null }) as Part)).toBe(6000)
    const none = { ...rule, noticeDays: 0 }
    expect(feeByRule(missed({ how: 'not_attended', toldOn: null, rule: none }) as Part)).toBe(6000)
    expect(feeByRule(missed({ toldOn: day('2026-12-29'), rule: none }) as Part)).toBe(0)
  })

  test('is said in words, with where it stands', () => {
    expect(reckoning(missed({ toldOn: day('2026-12-24') }) as Part).join(' ')).toBe(
      'They cancelled on 24 December 2026, 1 working day before. The rule wants 2 working days. 50% of £120.01 is £60 (Agreement, 4, from 1 January 2026).',
    )
    expect(reckoning(missed({}) as Part).join(' ')).toContain('That is in time')
    expect(reckoning(missed({ how: 'not_attended', toldOn: null }) as Part)[0]).toBe('They did not come.')
  })
})
