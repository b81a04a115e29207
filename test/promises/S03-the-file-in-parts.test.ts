import { describe, expect, it } from 'vitest'
import firm from '../../policies/separated-parents/policy.ts'
import { classification } from '../../src/app/classification.ts'
import { categoriesOf } from '../../src/policy/grants.ts'
import { compilePolicy, type RoleRule, roleRules } from '../../src/policy/index.ts'
import type { CategoryKey, PurposeKey } from '../../src/policy/vocabulary.ts'

const policy = compilePolicy(firm)

/** Some hand something in and see no more of it. */
const reads = ({ operations, rows }: RoleRule) => operations.includes('read') && rows !== 'added'

/** The roles of the office that may read some of this about a case. */
const readersOf = (category: CategoryKey): string[] => {
  const reading = new Set(
    Object.entries(policy.purposes)
      .filter(([, it]) => it?.reads?.includes(category))
      .map(([key]) => key as PurposeKey),
  )
  return [...new Set(roleRules(policy).flatMap((it) => (reads(it) && reading.has(it.purpose) ? [it.role] : [])))].sort()
}

describe('S03: the file has parts, each with its own class and its own readers', () => {
  const tables = Object.entries(classification).filter(([, it]) => it.of === 'case')

  it('every table of a file says what kind of thing it holds', () => {
    expect(tables.length).toBeGreaterThan(20)
    for (const [name, it] of tables) {
      const categories = categoriesOf(it)
      expect(categories.length, name).toBeGreaterThan(0)
      for (const category of categories) expect(policy.categories[category]?.title, category).toBeTruthy()
    }
  })

  it('what was said of family, money and the end of a relationship stands apart from how somebody is reached', () => {
    const of = (table: keyof typeof classification) => categoriesOf(classification[table])
    for (const table of ['session_record', 'session_summary', 'screening', 'child'] as const)
      expect(of(table)).not.toContain('party.contact')
    expect(of('contact_point')).toContain('party.contact')
    expect(of('screening')).toContain('case.screening')
    expect(of('session_record')).not.toContain('case.screening')
  })

  it('who answers the telephone reads who and when, and neither sessions nor what was said in confidence', () => {
    expect(readersOf('party.contact')).toContain('coordinator')
    for (const category of ['case.record', 'case.screening'] as const) {
      expect(readersOf(category), category).toContain('mediator')
      for (const role of ['administrator', 'finance']) expect(readersOf(category), category).not.toContain(role)
    }
    expect(readersOf('case.screening')).not.toContain('coordinator')
  })
})
