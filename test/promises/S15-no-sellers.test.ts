import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import firm from '../../policies/separated-parents/policy.ts'
import { checkPolicy, compilePolicy, gateTable, noticeOf, noticeWords, type Policy } from '../../src/policy/index.ts'

const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }
const withBuyer = (kind: string) => ({
  ...firm,
  recipients: {
    ...firm.recipients,
    buyer: { name: 'a shop', kind, why: 'sends offers', country: 'GB', gate: { opens: 'underAgreement' } },
  },
  purposes: {
    ...firm.purposes,
    booking: { ...firm.purposes.booking, recipients: [...(firm.purposes.booking?.recipients ?? []), 'buyer'] },
  },
})

describe('S15: nothing goes to anybody who advertises or sells', () => {
  it.each(['advertiser', 'seller'])('refuses a policy with a recipient that is an %s', (kind) => {
    expect(checkPolicy(withBuyer(kind)).map(({ rule, clause }) => [rule, clause])).toEqual([
      ['N19', 'recipients.buyer.kind'],
    ])
    expect(() => compilePolicy(withBuyer(kind) as unknown as Policy)).toThrow(/N19/)
  })

  it('knows no kind of recipient under which one could hide', () => {
    expect(checkPolicy(withBuyer('partner')).map(({ rule }) => rule)).toEqual(['N30'])
  })

  it('has none in the shipped policies, whose every recipient has a gate', () => {
    for (const policy of [trust, firm])
      for (const { kind, gate } of gateTable(compilePolicy(policy))) {
        expect(['processor', 'controller', 'authority', 'party', 'professional']).toContain(kind)
        expect(gate.opens).toBeTruthy()
      }
  })

  it('says so in the notice', () =>
    expect(noticeWords(noticeOf(compilePolicy(firm), settings)).join(' ')).toContain(
      'We never give your details to anyone who advertises or sells.',
    ))
})
