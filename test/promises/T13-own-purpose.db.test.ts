import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScopedQueries } from '../../src/platform/database/scope-dialect.ts'
import type { Route } from '../../src/platform/web/route.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { bothSign } from '../support/both-sign.ts'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'

/** A mistake such as somebody makes: a page that reads more than it is for. It throws as any fault does. */
const buggy = (purpose: PurposeKey): Route<PurposeKey> => ({
  ...{ method: 'GET', path: `/office/buggy/${purpose}/:way`, area: 'office', purpose, entry: 'staff' },
  handle: async ({ desk, staff, params }) => {
    const way = ways[params.way ?? ''] ?? ways.select
    const deed = { purpose, deed: 'case.opened' } as const
    const found = await desk.read(staff?.id ?? null, deed, ({ queries }) => way?.(queries) ?? Promise.resolve(null))
    return { text: JSON.stringify(found) }
  },
})

/** Ways in which a query can come by what stands in a column. */
const ways: Record<string, (queries: ScopedQueries) => Promise<unknown>> = {
  select: (queries) => queries.selectFrom('session_record').select('discussed').execute(),
  'every column': async (queries) => (await sql`SELECT * FROM ev.session_record`.execute(queries)).rows,
  'whole row': async (queries) => (await sql`SELECT session_record FROM ev.session_record`.execute(queries)).rows,
  condition: (queries) =>
    queries.selectFrom('session_record').select('id').where('discussed', 'like', 'Canary%').execute(),
  ordering: (queries) => queries.selectFrom('session_record').select('id').orderBy('discussed').execute(),
  grouping: async (queries) =>
    (await sql`SELECT count(*) FROM ev.session_record GROUP BY discussed`.execute(queries)).rows,
  join: async (queries) =>
    (
      await sql`SELECT f.id FROM ev.case_file f JOIN ev.session_record s ON s.case_id = f.id AND s.agreed <> ''`.execute(
        queries,
      )
    ).rows,
  'sub-query': async (queries) =>
    (
      await sql`SELECT id FROM ev.case_file WHERE EXISTS (SELECT FROM ev.session_record s WHERE s.discussed ~ 'C')`.execute(
        queries,
      )
    ).rows,
  function: async (queries) => (await sql`SELECT md5(discussed) FROM ev.session_record`.execute(queries)).rows,
  document: async (queries) => (await sql`SELECT to_jsonb(s) FROM ev.session_record s`.execute(queries)).rows,
  answer: async (queries) =>
    (await sql`UPDATE ev.session_record SET held_on = held_on RETURNING discussed`.execute(queries)).rows,
  copy: async (queries) => (await sql`CREATE TEMPORARY TABLE mine AS TABLE ev.session_record`.execute(queries)).rows,
}

let day: OfficeDay
beforeAll(async () => {
  const purposes = ['mediation', 'booking', 'staffAccounts', 'administration', 'accountability', 'enquiries'] as const
  day = await officeDay({ more: purposes.map(buggy) })
  await bothSign(day.db, day.caseId)
  const session = { ...dayFields('held_on', '2026-11-20'), way: 'joint', discussed: 'Canary-words', agreed: 'Canary' }
  const page = `/office/cases/${day.caseId}/sessions/new/both`
  const sent = await day.mediator.send(page, { ...session, legal_quality: 'without_prejudice' })
  expect(sent.status).toBe(303)
})
afterAll(() => day?.end())

const tryAs = (purpose: string, way: string) => day.mediator.get(`/office/buggy/${purpose}/${encodeURIComponent(way)}`)

describe('T13: data serves its own purpose alone', () => {
  test('under its own purpose the same query answers, for the mediator of the case', async () => {
    for (const way of ['select', 'condition', 'ordering', 'join', 'function'])
      expect((await tryAs('mediation', way)).html, way).not.toBe('[]')
    expect((await tryAs('mediation', 'select')).html).toContain('Canary-words')
  })

  test.each(Object.keys(ways))('under any other the database refuses it, by mistake or not: %s', async (way) => {
    for (const purpose of ['booking', 'staffAccounts', 'administration', 'accountability', 'enquiries']) {
      const seen = await tryAs(purpose, way)
      expect(seen.status, purpose).toBe(500)
      expect(seen.html, purpose).not.toContain('Canary')
      expect(seen.html, purpose).toContain('Something went wrong here')
    }
  })

  test('it was the database that refused, and what it refused stands in no log', () => {
    const faults = day.whole
      .logged()
      .split('\n')
      .filter((line) => line.includes('"msg":"fault"'))
    expect(faults.length).toBeGreaterThan(50)
    expect(faults.filter((line) => !line.includes('"code":"42501"'))).toEqual([])
    expect(day.whole.logged()).not.toContain('Canary')
  })

  test('it holds for every purpose and every column that the policy keeps from it', async () => {
    const { purposes } = day.db.policy
    const tried: string[] = []
    for (const purpose of ['information', 'enquiries', 'consent', 'websiteStatistics'] as const) {
      expect(purposes[purpose]?.reads).not.toContain('case.record')
      const read = day.db.desk.public.read(
        null,
        { purpose, deed: 'case.opened' },
        ({ queries }) => ways.select?.(queries) as Promise<unknown[]>,
      )
      await expect(read, purpose).rejects.toMatchObject({ code: '42501' })
      tried.push(purpose)
    }
    expect(tried).toHaveLength(4)
  })

  test('a purpose is taken for one transaction: the next on the same connection begins with none', async () => {
    const connections = await day.db.desk.office.read(
      day.office.mediator,
      { purpose: 'mediation', deed: 'case.opened' },
      async ({ queries }) => (await sql<{ role: string }>`SELECT current_user::text AS role`.execute(queries)).rows,
    )
    expect(connections[0]?.role).toMatch(/_office_mediation$/)
    // As many times as the pool has connections, and more.
    for (let count = 0; count < 12; count++) {
      const read = day.db.desk.office.read(
        day.office.mediator,
        { purpose: 'booking', deed: 'case.opened' },
        ({ queries }) => ways.select?.(queries) as Promise<unknown[]>,
      )
      await expect(read).rejects.toMatchObject({ code: '42501' })
    }
  })
})
