import { describe, expect, it } from 'vitest'
import trust from '../../../policies/mediation-trust/policy.ts'
import { compilePolicy } from '../compile.ts'
import type { CompiledPolicy } from '../compiled.ts'
import { policyDifference } from './policy-difference.ts'

const before = compilePolicy(trust)

function after(change: (policy: Editable) => void): CompiledPolicy {
  const copy = JSON.parse(JSON.stringify(before)) as Editable
  change(copy)
  return copy as unknown as CompiledPolicy
}
/** As much of a compiled policy as these tests turn over. */
interface Editable {
  date: string
  purposes: Record<string, { state: string; reads: string[]; text: string; subjects: Record<string, unknown> }>
  retention: Record<string, { keep: string; waiting: string }>
  recipients: Record<string, { name: string; why: string }>
  consents: Record<string, { wording: string }>
  roles: Record<string, { may: { purpose: string; rows: string }[] }>
  text: Record<string, string>
  clocks: { complaint: { acknowledge: string } }
}
const part = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('the policy lacks what this test is about')
  return value
}
const changed = (change: (policy: Editable) => void) => policyDifference(before, after(change))
const told = (change: (policy: Editable) => void): string[] => changed(change).tell.map(({ kind }) => kind)

describe('the difference between two policies', () => {
  it('is nothing between a policy and itself', () =>
    expect(policyDifference(before, before)).toEqual({ changes: [], tell: [], askAgain: [] }))

  it('says a longer time in words, and tells everybody whom the file is about', () => {
    const difference = changed((policy) => {
      part(policy.retention.clientFile).keep = 'P8Y'
    })
    expect(difference.changes).toHaveLength(1)
    expect(difference.changes[0]).toMatchObject({
      clause: 'retention.clientFile.keep',
      says: 'The retention rule “Your mediation file, on screen and on paper”, kept for: eight years, instead of seven years.',
    })
    const kinds = difference.tell.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['client', 'otherParty', 'child', 'familyMember']))
    expect(kinds).not.toContain('visitor')
    expect(difference.tell[0]?.because).toEqual([difference.changes[0]?.says])
  })

  it('tells of a category gained, by its name', () => {
    const difference = changed((policy) => part(policy.purposes.enquiries).reads.push('child.identity'))
    expect(difference.changes[0]?.says).toBe(
      'The purpose “Answering you when you get in touch”, may read: now also the names and dates of birth of the children.',
    )
  })

  it('tells of a purpose that begins, and of nobody while it is planned', () => {
    expect(told((policy) => Object.assign(part(policy.purposes.feedback), { state: 'active' }))).toEqual(['client'])
    expect(told((policy) => part(policy.purposes.feedback).reads.push('case.index'))).toEqual([])
  })

  it('names a clause that came or went once, and not leaf by leaf', () => {
    const gone = changed((policy) => {
      delete policy.retention.enquiry
    })
    expect(gone.changes.map(({ clause, says }) => [clause, says])).toEqual([
      ['retention.enquiry', 'The retention rule “A question that did not become a case” is gone.'],
    ])
    const lost = changed((policy) => {
      delete part(policy.purposes.mediation).subjects.child
    })
    expect(lost.changes.map(({ clause }) => clause)).toEqual(['purposes.mediation.subjects.child'])
    expect(lost.tell.map(({ kind }) => kind)).toEqual(['child'])
  })

  it('tells nobody of other words, of another date or of the staff’s own arrangements', () => {
    expect(told((policy) => Object.assign(policy, { date: '2027-01-01' }))).toEqual([])
    expect(told((policy) => Object.assign(policy.text, { children: 'Other words.' }))).toEqual([])
    expect(told((policy) => Object.assign(part(policy.retention.clientFile), { waiting: 'P30D' }))).toEqual([])
    expect(told((policy) => Object.assign(part(part(policy.roles.mediator).may[0]), { rows: 'any' }))).toEqual([])
  })

  it('tells everybody when the service itself is another, or the clock of complaints', () => {
    const everybody = told((policy) => Object.assign(policy.clocks.complaint, { acknowledge: 'P30D' }))
    expect(everybody).toEqual(expect.arrayContaining(['visitor', 'enquirer', 'client', 'staff']))
    expect(everybody).not.toContain('donor')
  })

  it('asks again for a consent whose words are others, in the new words', () => {
    const difference = changed((policy) =>
      Object.assign(part(policy.consents.emailContact), { wording: 'Yes to post.' }),
    )
    expect(difference.askAgain).toEqual(['Yes to post.'])
  })
})
