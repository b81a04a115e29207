import { describe, expect, it } from 'vitest'
import { shippedPolicy } from '../../../test/support/policies.ts'
import { rightKeys } from '../language/clauses.ts'
import { rightsOf } from '../rights-of-bases.ts'
import type { CategoryKey } from '../vocabulary.ts'
import { categoriesOf } from './active.ts'
import { groundKeysFor, refusalGrounds } from './refusal-grounds.ts'
import { objectionableUses, rightsOfData } from './rights-of-data.ts'

const policy = await shippedPolicy('trust')
const all = new Set(Object.keys(policy.categories) as CategoryKey[])

describe('which rights come with what is held', () => {
  it.each(rightKeys)('%s: each group and use by its own basis, with a ground in law where not', (right) => {
    for (const kind of ['client', 'otherParty'] as const)
      for (const { category, uses } of rightsOfData(policy, kind, right, all))
        for (const use of uses) {
          const purpose = policy.purposes[use.purpose]
          expect(purpose && categoriesOf(purpose).includes(category)).toBe(true)
          const basis = purpose?.subjects[kind]?.basis.a6
          if (use.applies && basis) expect(rightsOf(basis)[right]).toBe('yes')
          if (!use.applies && use.passOn === null) {
            expect(use.ground, `${category} ${use.purpose}`).not.toBeNull()
            if (use.ground) expect(refusalGrounds[use.ground].rights as readonly string[]).toContain(right)
          }
        }
  })

  it('what is not held is not spoken of', () => {
    expect(rightsOfData(policy, 'client', 'erasure', new Set())).toEqual([])
    const one = rightsOfData(policy, 'client', 'erasure', new Set(['party.identity'] as const))
    expect(one.map((it) => it.category)).toEqual(['party.identity'])
    expect(one[0]?.uses.some((it) => it.ground === 'legalDuty')).toBe(true)
    expect(one[0]?.uses.some((it) => it.applies)).toBe(true)
  })

  it('one objects to what rests on an interest', () => {
    for (const { purpose } of objectionableUses(policy, 'otherParty'))
      expect(['legitimateInterests', 'recognisedInterest', 'publicTask']).toContain(
        policy.purposes[purpose]?.subjects.otherParty?.basis.a6,
      )
  })

  it('each ground names its law and when it was read', () => {
    for (const ground of Object.values(refusalGrounds)) {
      expect(ground.law).toMatch(/Article|Schedule/)
      expect(ground.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    for (const right of rightKeys) expect(groundKeysFor(right).length).toBeGreaterThan(0)
  })
})
