import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import { checkPolicy } from '../../src/policy/check.ts'
import { mayContract } from '../../src/policy/draft.ts'
import { type BasisFor, consent, contract, contractingSubjects, definePolicy } from '../../src/policy/language.ts'
import { subjectKinds } from '../../src/policy/vocabulary.ts'

/** Each line below must fail to compile: the comment above it says why, and the compiler complains when it would pass. */
const refusedByTheCompiler = {
  // @ts-expect-error a child cannot be the service's client, and parents cannot contract for their child's data
  child: contract() satisfies BasisFor<'child'>,
  // @ts-expect-error the other party has asked the service for nothing yet
  otherParty: contract() satisfies BasisFor<'otherParty'>,
  // @ts-expect-error a gift is no contract
  donor: contract() satisfies BasisFor<'donor'>,
  // @ts-expect-error a vacancy is filled in the service's interest, before any contract is in sight
  applicant: contract() satisfies BasisFor<'applicant'>,
  // @ts-expect-error relatives are spoken about; they agree to nothing
  familyMember: contract() satisfies BasisFor<'familyMember'>,
  // @ts-expect-error reading a website makes no contract
  visitor: contract() satisfies BasisFor<'visitor'>,
  // @ts-expect-error a solicitor acts for a client and not for the service
  professional: contract() satisfies BasisFor<'professional'>,
}

const allowedByTheCompiler = {
  client: contract() satisfies BasisFor<'client'>,
  enquirer: contract() satisfies BasisFor<'enquirer'>,
  supplier: contract() satisfies BasisFor<'supplier'>,
  staff: contract() satisfies BasisFor<'staff'>,
  child: consent('anything') satisfies BasisFor<'child'>,
}

const { mediation } = trust.purposes
if (!mediation) throw new Error('the policy has no mediation')
const child = { basis: contract(), source: ['otherParty'] } as const

const misstated = {
  contract: () =>
    definePolicy({
      ...trust,
      purposes: {
        mediation: {
          ...mediation,
          // @ts-expect-error the same holds inside a whole policy
          subjects: { child },
        },
      },
    }),
  retention: () =>
    definePolicy({
      ...trust,
      retention: { file: { ...trust.retention.clientFile, of: 'case' } as never },
      purposes: {
        mediation: {
          ...mediation,
          recipients: [],
          // @ts-expect-error a purpose can hold data by a rule of the policy and by no other
          retention: ['attic'],
        },
      },
    }),
}

describe('contract as a basis', () => {
  it('is refused at run time for whom it does not compile', () => {
    for (const kind of Object.keys(refusedByTheCompiler)) expect(mayContract(kind), kind).toBe(false)
  })

  it('is found by the check too, since types are gone when a policy is loaded', () => {
    expect(checkPolicy(misstated.contract()).map(({ rule }) => rule)).toContain('N21')
    expect(checkPolicy(misstated.retention()).map(({ rule }) => rule)).toContain('N26')
  })

  it('is possible for the four kinds of person who can have one with a service', () => {
    expect(subjectKinds.filter(mayContract).sort()).toEqual([...contractingSubjects].sort())
    expect(Object.keys(allowedByTheCompiler)).toEqual(expect.arrayContaining([...contractingSubjects]))
  })
})
