import { describe, expect, it } from 'vitest'
import trust from '../../../policies/mediation-trust/policy.ts'
import firm from '../../../policies/separated-parents/policy.ts'
import { compilePolicy } from '../compile.ts'
import { type CompiledPolicy, noticeWords, storageGuard } from '../index.ts'
import { durationInWords, sentence } from '../prose/words.ts'
import { cookiePage } from './cookie-page.ts'
import { noticeOf } from './notice.ts'
import { permissionMatrix } from './permission-matrix.ts'
import { retentionSchedule } from './retention-schedule.ts'

const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }
const both = [
  ['trust', compilePolicy(trust)],
  ['firm', compilePolicy(firm)],
] as const

const active = (policy: CompiledPolicy) => Object.values(policy.purposes).filter(({ state }) => state === 'active')

describe.each(both)('the notice of the %s', (_, policy) => {
  const notice = noticeOf(policy, settings)
  const words = noticeWords(notice)
  const whole = words.join('\n')

  it('is dated, and bears the hash of the policy that it is made from', () => {
    expect(notice).toMatchObject({ updated: '2026-11-21', updatedWords: '21 November 2026', policyHash: policy.hash })
    expect(whole).toContain('21 November 2026')
  })

  it('has no slot left open and no half sentence', () => {
    expect(words.filter((text) => /[{}]|undefined|null|\[object|\.\.| {2}|\bNaN\b/.test(text))).toEqual([])
    expect(words.filter((text) => text.trim() === '')).toEqual([])
  })

  it('tells whom to ask, of what each purpose is, and who else gets something', () => {
    for (const text of [
      settings.telephone,
      settings.privacyLead,
      policy.service.contact.email,
      policy.service.icoRegistration,
    ])
      expect(whole).toContain(text)
    for (const { title, recipients } of active(policy)) {
      expect(whole).toContain(title)
      for (const key of recipients) expect(whole.toLowerCase()).toContain(policy.recipients[key]?.name.toLowerCase())
    }
  })

  it('gives a basis, the law behind it and a time for every purpose and kind of person', () => {
    const uses = notice.sections.find(({ id }) => id === 'uses')
    const parts = uses?.blocks.flatMap((block) => (block.kind === 'details' ? block.blocks : [])) ?? []
    const facts = parts.flatMap((block) => (block.kind === 'facts' ? [block.items] : []))
    expect(facts.length).toBe(active(policy).flatMap(({ subjects }) => Object.keys(subjects)).length)
    for (const items of facts) {
      const terms = items.map(({ term }) => term)
      expect(terms).toEqual(expect.arrayContaining(['Why we may', 'The law']))
    }
  })

  it('names every time as the sweep will keep it', () => {
    const keeping = notice.sections.find(({ id }) => id === 'keeping')?.blocks.find((block) => block.kind === 'table')
    const rows = keeping?.kind === 'table' ? keeping.table.rows : []
    const live = Object.entries(policy.retention).filter(([key]) =>
      active(policy).some(({ retention }) => retention.includes(key)),
    )
    expect(rows.map(([what]) => what)).toEqual(live.map(([, { title }]) => title))
    for (const [index, [, rule]] of live.entries())
      expect(rows[index]?.[1]).toMatch(new RegExp(`^${sentence(durationInWords(rule.keep))}`))
  })

  it('sends complaints to the service first, and then to the Information Commission', () => {
    const complaints = noticeWords({
      ...notice,
      summary: [],
      sections: notice.sections.filter(({ id }) => id === 'complaints'),
    }).join(' ')
    expect(complaints.indexOf('Tell us first')).toBeGreaterThan(-1)
    expect(complaints.indexOf('Information Commission')).toBeGreaterThan(complaints.indexOf('Tell us first'))
    expect(complaints).toContain(durationInWords(policy.clocks.complaint.acknowledge))
  })

  it('has the sections that the law asks for, in an order that people need', () => {
    expect(notice.sections.map(({ id }) => id)).toEqual([
      'who',
      'uses',
      'sources',
      'between',
      'sharing',
      'abroad',
      'keeping',
      'figures',
      'rights',
      'consents',
      'complaints',
      'children',
      'cookies',
      'websites',
      'changes',
    ])
    expect(notice.summary.length).toBe(5)
  })

  it('lists every cookie that may be stored, with its lifetime', () => {
    const { table } = cookiePage(policy, settings)
    expect(table.rows.map((row) => [row[0], row[4]?.toLowerCase()])).toEqual(
      storageGuard(policy).map(({ name, maxAge }) => [name, durationInWords(maxAge)]),
    )
  })

  it('can be read by a tired parent: short sentences, short words', () => {
    const prose = Object.values(policy.text).concat(Object.values(policy.purposes).map(({ text }) => text))
    const sentences = prose.flatMap((text) => text.split(/[.?!:;](?:\s|$)/)).filter((text) => text.trim() !== '')
    const lengths = sentences.map((text) => text.trim().split(/\s+/).length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(32)
    expect(lengths.reduce((sum, each) => sum + each, 0) / lengths.length).toBeLessThan(16)
  })
})

describe('what the two notices say differently', () => {
  const [[, one], [, other]] = both
  const said = (policy: CompiledPolicy): string => noticeWords(noticeOf(policy, settings)).join('\n')

  it('is how long: seven years, and six and a half', () => {
    expect(said(one)).toContain('We keep a mediation file for seven years')
    expect(said(other)).toContain('We keep a mediation file for six and a half years')
    expect(said(other)).not.toContain('seven years')
  })
})

describe('a policy that declares no optional use', () => {
  const [[, policy]] = both
  const { pageCounts: _, ...consents } = policy.consents
  it('leaves nothing to choose', () => expect(cookiePage({ ...policy, consents }, settings).questions).toEqual([]))
  it('one that does asks once', () =>
    expect(cookiePage(policy, settings).questions.map(({ scope }) => scope)).toEqual(['pageCounts']))
})

describe('recipients abroad', () => {
  const [[, policy]] = both
  it('are named with their country and what guards the data', () => {
    const hosting = { ...policy.recipients.hosting, country: 'IE', safeguard: 'adequacy' }
    const notice = noticeOf({ ...policy, recipients: { ...policy.recipients, hosting } } as CompiledPolicy, settings)
    const abroad = notice.sections.find(({ id }) => id === 'abroad')
    expect(JSON.stringify(abroad)).toContain('["Larkfield Hosting","Ireland","UK law treats it as safe"]')
  })
})

describe.each(both)('the tables for the staff of the %s', (_, policy) => {
  it('show every retention rule, with what is planned marked', () => {
    const schedule = retentionSchedule(policy, settings)
    expect(schedule.map(({ key }) => key)).toEqual(Object.keys(policy.retention))
    expect(schedule.find(({ key }) => key === 'clientFile')?.planned).toBe(false)
    expect(schedule.find(({ key }) => key === 'payments')?.planned).toBe(true)
  })

  it('show who may do what', () => {
    const matrix = permissionMatrix(policy, settings)
    const cell = (purpose: string, role: string) =>
      matrix.rows.find((row) => row.purpose === purpose)?.cells.find((each) => each.role === role)
    expect(cell('mediation', 'mediator')?.words).toBe('Reads, adds and changes: the cases given to them')
    expect(cell('mediation', 'coordinator')?.words).toBe('')
    expect(cell('payments', 'finance')).toMatchObject({ planned: true })
    expect(matrix.columns.find(({ role }) => role === 'finance')?.planned).toBe(true)
  })
})
