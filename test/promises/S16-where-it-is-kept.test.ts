import { describe, expect, it } from 'vitest'
import firm from '../../policies/separated-parents/policy.ts'
import { checkPolicy, compilePolicy, noticeOf, noticeWords } from '../../src/policy/index.ts'

const policy = compilePolicy(firm)
const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }
const notice = noticeWords(noticeOf(policy, settings)).join('\n').toLowerCase()
const named = (kind: string) =>
  Object.entries(policy.recipients).flatMap(([key, it]) => (it?.kind === kind ? [{ key, ...it }] : []))

describe('S16: who keeps it for us, and who has a notice of their own', () => {
  it('says who keeps the server, that nobody else is on it, and who carries what we send', () => {
    expect(named('processor').map((it) => it.key)).toEqual(expect.arrayContaining(['hosting', 'mailCarrier']))
    for (const { name, why } of named('processor'))
      for (const words of [name, why]) expect(notice).toContain(words.toLowerCase())
  })

  it('says of each video company what it does, and knows where its own notice stands', () => {
    for (const key of ['zoom', 'teams'] as const) {
      const company = policy.recipients[key]
      expect(company?.kind).toBe('controller')
      for (const words of [company?.name, company?.why]) expect(notice).toContain(words?.toLowerCase())
      expect(company?.notice).toMatch(/^https:/)
    }
  })

  it('does not let somebody work for us without an agreement, or with one that is over', () => {
    const with_ = (agreement: object | undefined) =>
      checkPolicy({
        ...firm,
        recipients: { ...firm.recipients, hosting: { ...firm.recipients.hosting, agreement } },
      } as typeof firm).length
    expect(checkPolicy(firm)).toEqual([])
    expect(with_(undefined)).toBeGreaterThan(0)
    expect(with_({ document: 'agreements/brackenhouse-servers', reviewBy: '2020-01-01' })).toBeGreaterThan(0)
  })
})
