import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import firm from '../../policies/separated-parents/policy.ts'
import { classification } from '../../src/app/classification.ts'
import { checkPolicy, compilePolicy, type Policy, PolicyRefused, ruleTitles } from '../../src/policy/index.ts'
import { type Change, ruleCases } from './every-rule.cases.ts'

function changed(policy: unknown, changes: readonly Change[]): unknown {
  // By way of JSON, since clauses of a policy may share one object and only one is to change.
  const copy: unknown = JSON.parse(JSON.stringify(policy))
  for (const { at, to } of changes) {
    const last = at.at(-1) ?? ''
    let place = copy as Record<string, unknown>
    for (const step of at.slice(0, -1)) place = place[step] as Record<string, unknown>
    if (to === undefined) delete place[last]
    else place[last] = structuredClone(to)
  }
  return copy
}

describe('the policy check', () => {
  it.each([
    ['trust', trust],
    ['firm', firm],
  ])('finds nothing in the shipped policy of the %s, with every table of the service', (_, policy) => {
    expect(checkPolicy(policy, classification)).toEqual([])
  })

  it.each(ruleCases.map((each) => [each.rule, each.clause, each] as const))(
    '%s is broken alone at %s',
    (rule, clause, { changes, classification }) => {
      const found = checkPolicy(changed(trust, changes), classification)
      expect(found.map((each) => [each.rule, each.clause])).toEqual([[rule, clause]])
      expect(found[0]?.says).toMatch(/^.{20,}[.?]$/s)
    },
  )

  it('has a policy that breaks it for every rule', () => {
    expect([...new Set(ruleCases.map(({ rule }) => rule))].sort()).toEqual(ruleTitles.map(({ id }) => id).sort())
  })

  it('gives every finding at once, and compiling throws them', () => {
    const broken = changed(trust, [
      { at: ['recipients', 'hosting', 'country'], to: undefined },
      { at: ['purposes', 'enquiries', 'automated'], to: true },
    ])
    const rules = checkPolicy(broken).map(({ rule }) => rule)
    expect(rules).toEqual(['N16', 'N29'])
    expect(() => compilePolicy(broken as Policy)).toThrow(PolicyRefused)
    expect(() => compilePolicy(broken as Policy)).toThrow(/N16 recipients.hosting.country: .*\nN29 purposes.enquiries/)
  })
})
