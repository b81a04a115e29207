import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import { compilePolicy, suppressedCount } from '../../src/policy/index.ts'
import { type ClosedCase, closedCase } from '../support/closed-case.ts'

let closed: ClosedCase
beforeAll(async () => {
  closed = await closedCase()
})
afterAll(() => closed?.end())

describe('T14: statistics are anonymous', () => {
  test('of a file that is destroyed a few facts in bands stay, and nothing by which it could be known again', async () => {
    const { service, caseId, person } = closed
    const [told] = await service.look<{ words: string[] }>(
      `SELECT ARRAY[f.reference, p.given_name, p.family_name] AS words FROM ev.case_file f, ev.person p WHERE f.id = $1 AND p.id = $2`,
      [caseId, person],
    )
    await closed.sweepOn('2033-04-23')
    await closed.sweepOn('2033-05-21')
    const facts = await service.look<Record<string, unknown>>('SELECT * FROM ev.case_fact')
    expect(facts).toHaveLength(1)
    const { id, ...bands } = facts[0] ?? {}
    expect(Object.keys(bands).sort()).toEqual(
      ['channel', 'children', 'closed_year', 'miams', 'opened_year', 'outcome', 'sessions', 'topic'].sort(),
    )
    expect([caseId, person]).not.toContain(id)
    const kept = JSON.stringify(facts)
    for (const word of [caseId, person, ...(told?.words ?? [])].filter((it) => it !== ''))
      expect(kept).not.toContain(word)
  })

  test('who counts reads these facts and how often pages were read, and no other table', async () => {
    const { service } = closed
    const readable = await service.look<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_roles r CROSS JOIN pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE starts_with(r.rolname, $1) AND r.rolname LIKE '%\\_statistics' AND n.nspname = 'ev' AND c.relkind = 'r'
          AND has_any_column_privilege(r.oid, c.oid, 'SELECT') ORDER BY name`,
      [`${service.place.prefix}_`],
    )
    expect(readable.map((it) => it.name)).toEqual(['case_fact', 'page_count'])
  })

  test('small numbers are hidden, and the others rounded, so that no difference between two shows one', () => {
    for (const rule of Object.values(compilePolicy(trust).statistics)) {
      if (!rule) continue
      const { threshold, round } = rule
      expect(threshold).toBeGreaterThanOrEqual(5)
      expect(suppressedCount(threshold - 1, rule)).toBeNull()
      const shown = Array.from({ length: 200 }, (_, count) => suppressedCount(count + threshold, rule))
      for (const it of shown) expect(it === threshold || (it ?? 1) % round === 0, `${it}`).toBe(true)
    }
  })
})
