import { describe, expect, it } from 'vitest'
import trust from '../../../policies/mediation-trust/policy.ts'
import firm from '../../../policies/separated-parents/policy.ts'
import { type CompiledPolicy, compilePolicy, processingRecord } from '../index.ts'

const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }
const record = (policy: CompiledPolicy) => processingRecord(policy, settings)
const words = (policy: CompiledPolicy) => JSON.stringify({ ...record(policy), policyHash: '' })

/** A copy with one leaf changed. */
function changed(policy: CompiledPolicy, path: string, value: unknown): CompiledPolicy {
  const copy = JSON.parse(JSON.stringify(policy))
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const place = steps.reduce((at, step) => at[step], copy)
  expect(place[last]).toBeDefined()
  place[last] = value
  return copy
}

const policy = compilePolicy(firm)

describe.each([
  ['service.name', 'Otherwise Mediation'],
  ['service.registration', 'Company 1'],
  ['service.icoRegistration', 'ZX1'],
  ['service.contact.email', 'other@service.example'],
  ['service.controllers.cafcass.contact', 'somebody else'],
  ['date', '2031-05-05'],
  ['purposes.booking.title', 'Something else'],
  ['purposes.booking.subjects.client.basis', { a6: 'vital' }],
  ['purposes.booking.subjects.client.source', ['court']],
  ['purposes.booking.reads', []],
  ['purposes.booking.recipients', []],
  ['purposes.booking.retention', []],
  ['purposes.mediation.subjects.client.special', []],
  ['purposes.mediation.state', 'planned'],
  ['purposes.programme.role', { processorFor: 'firm' }],
  ['recipients.hosting.name', 'Somebody'],
  ['recipients.hosting.kind', 'controller'],
  ['recipients.hosting.why', 'does something'],
  ['recipients.hosting.country', 'FR'],
  ['recipients.hosting.agreement.reviewBy', '2031-05-05'],
  ['recipients.hosting.agreement.document', 'agreements/other'],
  ['recipients.hosting.gate', { opens: 'complaint' }],
  ['recipients.zoom.safeguard', 'transferAgreement'],
  ['retention.clientFile.keep', 'P9Y'],
  ['retention.clientFile.title', 'Another file'],
  ['categories', {}],
] as const)('a changed policy changes the record: %s', (path, value) => {
  it('is seen', () => {
    expect(words(changed(policy, path, value))).not.toBe(words(policy))
  })
})

describe('the record of what is done', () => {
  it('says of each use whose data, on what basis, and for how long', () => {
    for (const each of [policy, compilePolicy(trust)]) {
      const { controller } = record(each)
      expect(controller.length).toBeGreaterThan(10)
      for (const use of controller) {
        expect(use.planned).toBe(false)
        for (const person of use.people) expect(person.basis).toMatch(/^UK GDPR, Article 6\(1\)/)
        expect(use.people.length === 0 || use.data.length > 0, use.key).toBe(true)
      }
    }
  })

  it('keeps what is done for another controller apart', () => {
    const { processor, controller } = record(policy)
    expect(processor.map((it) => [it.key, it.for])).toEqual([['programme', 'Cafcass']])
    expect(controller.some((it) => it.key === 'programme')).toBe(false)
    expect(record(compilePolicy(trust)).processor).toEqual([])
  })

  it('names the appropriate policy document wherever a condition calls for one', () => {
    for (const each of [policy, compilePolicy(trust)])
      for (const it of record(each).special)
        if (/Schedule 1/.test(it.condition)) expect(it.policyDocument, it.purpose).not.toBeNull()
  })

  it('says what guards data that goes abroad', () => {
    for (const it of record(policy).recipients)
      expect(it.safeguard === null, it.name).toBe(it.country === 'United Kingdom')
  })
})
