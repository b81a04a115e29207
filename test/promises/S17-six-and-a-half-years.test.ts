import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import firm from '../../policies/separated-parents/policy.ts'
import { compilePolicy, noticeOf, noticeWords, sweepRuleOf } from '../../src/policy/index.ts'

const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }
const closed = Temporal.PlainDate.from('2026-11-21')
const endOf = (policy: typeof trust): string =>
  closed.add(Temporal.Duration.from(sweepRuleOf(compilePolicy(policy), 'case')?.keep ?? 'P0D')).toString()

describe('S17: a file ends six and a half years after its case is closed', () => {
  it('by the policy of the firm, and after seven years by that of the trust', () => {
    expect(endOf(firm)).toBe('2033-05-21')
    expect(endOf(trust)).toBe('2033-11-21')
  })

  it('counts calendar months: a case closed on the last of August ends on the last of February', () => {
    const end = Temporal.PlainDate.from('2026-08-31').add(sweepRuleOf(compilePolicy(firm), 'case')?.keep ?? 'P0D')
    expect(end.toString()).toBe('2033-02-28')
  })

  it('says in the notice what the sweep does', () => {
    const said = (policy: typeof trust) => noticeWords(noticeOf(compilePolicy(policy), settings)).join('\n')
    expect(said(firm)).toContain('six and a half years after it is closed')
    expect(said(trust)).toContain('seven years after it is closed')
  })
})
