import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPlan } from '../../src/app/access.ts'
import { classification } from '../../src/app/classification.ts'
import type { PlannedGrant } from '../../src/platform/database/access-plan.ts'
import { roleNames } from '../../src/platform/database/role-names.ts'
import { ident } from '../../src/platform/database/sql-names.ts'
import { type AreaOfDatabase, asLogin } from '../support/as-role.ts'
import { type TestService, testService } from '../support/service.ts'

// A fixed seed: the same probes each time, so that what fails can be looked at.
const seed = 20261122
const areas = ['public', 'portal', 'office', 'worker'] as const

interface Place {
  readonly table: string
  readonly column: string
}
interface Asked extends Place {
  readonly area: AreaOfDatabase
  readonly purpose: string
}

const from = ({ table }: Place) => `ev.${ident(table)}`
const col = ({ column }: Place) => ident(column)

/** Each way to use a right on a column. Those that write are only planned: PostgreSQL asks for the right and then does nothing. */
const kinds = {
  select: ['SELECT', (it) => `SELECT ${col(it)} FROM ${from(it)}`],
  where: ['SELECT', (it) => `SELECT 1 FROM ${from(it)} WHERE ${col(it)} IS NOT NULL`],
  'order by': ['SELECT', (it) => `SELECT 1 FROM ${from(it)} ORDER BY ${col(it)}`],
  'group by': ['SELECT', (it) => `SELECT count(*) FROM ${from(it)} GROUP BY ${col(it)}`],
  count: ['SELECT', (it) => `SELECT count(${col(it)}) FROM ${from(it)}`],
  within: ['SELECT', (it) => `SELECT (SELECT max(inner_one.${col(it)}::text) FROM ${from(it)} AS inner_one)`],
  copy: ['SELECT', (it) => `COPY ${from(it)} (${col(it)}) TO STDOUT`],
  'copy of a query': ['SELECT', (it) => `COPY (SELECT ${col(it)} FROM ${from(it)}) TO STDOUT`],
  cursor: ['SELECT', (it) => `DECLARE probe CURSOR FOR SELECT ${col(it)} FROM ${from(it)}`],
  explain: ['SELECT', (it) => `EXPLAIN SELECT ${col(it)} FROM ${from(it)}`],
  'explain where': ['SELECT', (it) => `EXPLAIN SELECT 1 FROM ${from(it)} WHERE ${col(it)} IS NULL`],
  prepared: ['SELECT', (it) => `PREPARE probe AS SELECT ${col(it)} FROM ${from(it)}; EXECUTE probe`],
  'explain update': ['UPDATE', (it) => `EXPLAIN UPDATE ${from(it)} SET ${col(it)} = DEFAULT`],
  update: ['UPDATE', (it) => `UPDATE ${from(it)} SET ${col(it)} = DEFAULT WHERE false`],
  insert: ['INSERT', (it) => `EXPLAIN INSERT INTO ${from(it)} (${col(it)}) VALUES (DEFAULT)`],
  delete: ['DELETE', (it) => `DELETE FROM ${from(it)} WHERE false`],
  truncate: ['TRUNCATE', (it) => `TRUNCATE ${from(it)}`],
} as const satisfies Record<string, readonly [string, (it: Place) => string]>
type Kind = keyof typeof kinds

const places: Place[] = Object.entries(classification).flatMap(([table, { columns }]) =>
  Object.keys(columns).map((column) => ({ table, column })),
)

describe.each(['trust', 'parents'] as const)('matrix: under the policy of the %s', (policy) => {
  let service: TestService
  const clients = {} as Record<AreaOfDatabase, pg.Client>
  const given = new Set<string>()
  let grants: readonly PlannedGrant[]
  let generated: ReadonlySet<string>
  beforeAll(async () => {
    service = await testService({ policy })
    grants = accessPlan(service.policy).grants
    for (const it of grants) given.add(nameOf(it, it.privilege))
    const made = await service.look<{ name: string }>(
      `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE a.attgenerated <> '' AND c.relnamespace = 'ev'::regnamespace`,
    )
    generated = new Set(made.map((it) => it.name))
    for (const area of areas) clients[area] = await asLogin(service, area)
  })
  afterAll(async () => {
    for (const client of Object.values(clients)) await client.end()
    await service?.end()
  })

  const nameOf = (it: { area: string; purpose: string; table: string; column: string | null }, privilege: string) =>
    `${it.area} ${it.purpose} ${privilege} ${it.table}.${it.column ?? ''}`

  /** What PostgreSQL says when it is asked, and what it does when it is tried. */
  async function answers(it: Asked, kind: Kind): Promise<{ said: boolean; did: string }> {
    const [privilege, statement] = kinds[kind]
    const role = roleNames(service.place.prefix).purpose(it.area, it.purpose)
    const client = clients[it.area]
    await client.query(`BEGIN; SET LOCAL ROLE ${ident(role)}`)
    const did = await client.query(statement(it)).then(
      () => 'done',
      (error: { code?: string; message: string }) => (error.code === '42501' ? 'refused' : error.message),
    )
    await client.query('ROLLBACK; DEALLOCATE ALL')
    const whole = privilege === 'DELETE' || privilege === 'TRUNCATE'
    const asked = whole ? `has_table_privilege($1, $2, $3)` : `has_column_privilege($1, $2, $4, $3)`
    const values = [role, `ev.${it.table}`, privilege, ...(whole ? [] : [it.column])]
    const [row] = await service.look<{ said: boolean }>(`SELECT ${asked} AS said`, values)
    return { said: row?.said ?? false, did }
  }

  test('whatever is asked for, however it is asked, is answered as the policy says', async () => {
    const anywhere = fc
      .record({ scope: fc.constantFrom(...accessPlan(service.policy).scopes), place: fc.constantFrom(...places) })
      .map(({ scope, place }): Asked => ({ ...(scope as { area: AreaOfDatabase; purpose: string }), ...place }))
    // Of all pairs few are given, so half of the probes begin from one that is.
    const ofColumns = grants.filter((it) => it.column !== null)
    const somethingGiven = fc
      .constantFrom(...ofColumns)
      .map(({ area, purpose, table, column }) => ({ area, purpose, table, column: column ?? '' }) as Asked)
    const kind = fc.constantFrom(...(Object.keys(kinds) as Kind[]))
    const seen = { done: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(fc.oneof(anywhere, somethingGiven), kind, async (it, how) => {
        // PostgreSQL copies no column that it makes itself, whoever asks.
        fc.pre(how !== 'copy' || !generated.has(`${it.table}.${it.column}`))
        const [privilege] = kinds[how]
        const may = given.has(nameOf({ ...it, column: privilege === 'DELETE' ? null : it.column }, privilege))
        seen[may ? 'done' : 'refused']++
        expect(await answers(it, how)).toEqual({ said: may, did: may ? 'done' : 'refused' })
      }),
      { seed, numRuns: 2000, endOnFailure: true },
    )
    expect(Math.min(seen.done, seen.refused)).toBeGreaterThan(500)
  }, 120_000)
})
