import { describe, expect, it } from 'vitest'
import trust from '../../../policies/mediation-trust/policy.ts'
import firm from '../../../policies/separated-parents/policy.ts'
import { compilePolicy } from '../compile.ts'
import { fill, slotValue } from './slots.ts'

const policy = compilePolicy(trust)
const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }

describe('slots', () => {
  it.each([
    ['date', '21 November 2026'],
    ['service.name', 'Fenwater Mediation Trust'],
    ['service.address', 'Fenwater Mediation Trust, The Old Library, 4 Mill Lane, Fenwater, FW1 4ML'],
    ['retention.clientFile.keep', 'seven years'],
    ['retention.clientFile.cap', '15 years'],
    ['recipients.legalAidAgency.name', 'the Legal Aid Agency'],
    ['storage.choice.maxAge', '11 months'],
    ['clocks.rightsRequest.answer', 'one month'],
    ['statistics.cases.threshold', '10'],
    ['regulator.name', 'Information Commission'],
    ['setting.telephone', '01632 960 001'],
  ])('{%s} is %s', (path, words) => expect(slotValue(policy, path, settings)).toBe(words))

  it.each([
    '',
    'retention.attic.keep',
    'retention.clientFile.from',
    'setting.shoeSize',
    'service.secret',
    'clocks.x.y',
  ])('{%s} leads nowhere', (path) => {
    expect(slotValue(policy, path, settings)).toBeUndefined()
    expect(() => fill(policy, `a {${path}} b`, settings)).toThrow('no such slot')
  })

  it('fills a claim with its own slots, and refuses one that names another', () => {
    const facts = {
      ...policy,
      claims: { named: { says: 'We are {service.name}.' }, loop: { says: '{claim.loop}' } },
    }
    expect(slotValue(facts, 'claim.named')).toBe('We are Fenwater Mediation Trust.')
    expect(slotValue(facts, 'claim.loop')).toBeUndefined()
  })

  it('gives each service its own time for the same words', () => {
    const words = 'for {retention.clientFile.keep}'
    expect(fill(policy, words)).toBe('for seven years')
    expect(fill(compilePolicy(firm), words)).toBe('for six and a half years')
  })
})
