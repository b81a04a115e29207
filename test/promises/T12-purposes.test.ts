import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import { checkPolicy } from '../../src/policy/check.ts'
import { compilePolicy, type PolicyRefused, promisesOf, roleRules } from '../../src/policy/index.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'

/** The reasons for which the trust uses data, and the purposes under which the software acts. */
const reasons: Readonly<Record<string, readonly PurposeKey[]>> = {
  'recording enquiries': ['enquiries'],
  'information about the service': ['information'],
  'booking sessions': ['booking'],
  'contact about bookings': ['booking'],
  'the client file': ['mediation', 'screening'],
  feedback: ['feedback'],
  'payments in and out': ['payments', 'suppliers'],
  'monitoring success': ['monitoring', 'statistics'],
  'queries and complaints': ['enquiries', 'complaints'],
  fundraising: ['fundraising'],
  'recruitment and employment': ['recruitment', 'employment'],
  volunteers: ['volunteers'],
}

describe('T12: each reason for using data is a purpose of the policy with its lawful basis', () => {
  const policy = compilePolicy(trust)

  it.each(Object.entries(reasons))('%s', (_, purposes) => {
    for (const key of purposes) {
      const subjects = Object.values(policy.purposes[key]?.subjects ?? {})
      expect(subjects.length, key).toBeGreaterThan(0)
      for (const { basis } of subjects) expect(basis.a6).toBeTruthy()
      expect(promisesOf(trust).T12, key).toContain(`purposes.${key}`)
    }
  })

  it('refuses a purpose without a basis', () => {
    const booking = { ...trust.purposes.booking, subjects: {} }
    expect(checkPolicy({ ...trust, purposes: { ...trust.purposes, booking } }).map(({ rule }) => rule)).toEqual(['N12'])
  })

  it('lets nobody act under a purpose that the policy does not have', () => {
    const known = new Set(Object.keys(policy.purposes))
    expect(roleRules(policy).filter(({ purpose }) => !known.has(purpose))).toEqual([])
    const { booking: _, ...purposes } = trust.purposes
    let refused: PolicyRefused | undefined
    try {
      compilePolicy({ ...trust, purposes })
    } catch (error) {
      refused = error as PolicyRefused
    }
    expect(refused?.findings.some(({ rule }) => rule === 'N26')).toBe(true)
  })
})
