import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import { type Classification, key, personal } from './classification.ts'
import { grantsOf } from './grants.ts'
import { type CompiledPolicy, compilePolicy, gateTable } from './index.ts'
import { categoryKeys } from './vocabulary.ts'

const policy = compilePolicy(trust)
const classification: Classification = Object.fromEntries(
  categoryKeys.map((category) => [
    category.replaceAll('.', '_'),
    {
      of: 'case',
      category,
      rows: { by: 'everyone' },
      columns: { id: key('party'), content: personal(category, ['party']) },
    },
  ]),
)

const rightsOf = (of: CompiledPolicy): Set<string> =>
  new Set(grantsOf(of, classification).map((grant) => JSON.stringify(grant)))
const flowsOf = (of: CompiledPolicy): Set<string> =>
  new Set(
    gateTable(of).flatMap(({ recipient, flows }) =>
      flows.flatMap(({ purpose, categories }) => categories.map((category) => `${recipient} ${purpose} ${category}`)),
    ),
  )

/** A policy that says less: some entries of its lists, and some of what roles may do, are gone. */
function lessened(keep: (place: string) => boolean): CompiledPolicy {
  const walk = (value: unknown, path: string): unknown => {
    // What is withheld protects: taking it away would say more, not less.
    if (path.endsWith('.withholds')) return value
    if (Array.isArray(value))
      return value.filter((_, index) => keep(`${path}.${index}`)).map((each, index) => walk(each, `${path}.${index}`))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, `${path}.${name}`)]))
  }
  return {
    ...policy,
    ...(walk({ purposes: policy.purposes, roles: policy.roles, recipients: policy.recipients }, '') as object),
  }
}

const added = (before: Set<string>, after: Set<string>): string[] => [...after].filter((each) => !before.has(each))

describe('monotone: saying less in a policy', () => {
  const rights = rightsOf(policy)
  const flows = flowsOf(policy)

  it('never gives a right, nor lets anything out', () => {
    expect(rights.size).toBeGreaterThan(100)
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 9 }), (seed, tenths) => {
        const keep = (place: string): boolean => {
          let mixed = seed
          for (const letter of place) mixed = (mixed * 31 + letter.charCodeAt(0)) % 1_000_003
          return mixed % 10 >= tenths
        }
        const less = lessened(keep)
        expect(added(rights, rightsOf(less))).toEqual([])
        expect(added(flows, flowsOf(less))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
