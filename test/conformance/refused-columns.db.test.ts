import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPlan } from '../../src/app/access.ts'
import { classification } from '../../src/app/classification.ts'
import { roleNames } from '../../src/platform/database/role-names.ts'
import { ident, literal } from '../../src/platform/database/sql-names.ts'
import { asRole } from '../support/as-role.ts'
import { type TestService, testService } from '../support/service.ts'

/** Runs each statement in the server and answers what came of those that were not refused for want of a right. */
async function notRefused(client: pg.Client, statements: readonly string[]): Promise<string[]> {
  const said: string[] = []
  const hear = (notice: { message?: string | undefined }) => said.push(notice.message ?? '')
  client.on('notice', hear)
  await client.query(`DO $probe$ DECLARE probe text; BEGIN
    FOREACH probe IN ARRAY ARRAY[${statements.map(literal).join(', ')}]::text[] LOOP
      BEGIN EXECUTE probe; RAISE NOTICE 'allowed: %', probe;
      EXCEPTION WHEN insufficient_privilege THEN NULL; WHEN OTHERS THEN RAISE NOTICE '%: %', SQLSTATE, probe; END;
    END LOOP; END $probe$`)
  client.off('notice', hear)
  return said
}

describe.each(['trust', 'parents'] as const)('under the policy of the %s', (policy) => {
  let service: TestService
  beforeAll(async () => {
    service = await testService({ policy })
  })
  afterAll(() => service.end())

  const scopes = () => accessPlan(service.policy).scopes as { area: 'office'; purpose: string }[]
  const readable = (area: string, purpose: string) =>
    new Set(
      accessPlan(service.policy)
        .grants.filter((it) => it.area === area && it.purpose === purpose && it.privilege === 'SELECT')
        .map((it) => `${it.table}.${it.column}`),
    )
  /** Every way by which a column that a role may not read could be read after all. */
  const probesOf = (area: string, purpose: string) => {
    const mayRead = readable(area, purpose)
    return Object.entries(classification).flatMap(([table, { columns }]) => {
      const refused = Object.keys(columns).filter((column) => !mayRead.has(`${table}.${column}`))
      const from = `ev.${ident(table)}`
      return [
        ...refused.flatMap((column) => [
          `SELECT ${ident(column)} FROM ${from}`,
          `SELECT 1 FROM ${from} WHERE ${ident(column)} IS NOT NULL`,
          `SELECT 1 FROM ${from} ORDER BY ${ident(column)}`,
        ]),
        ...(refused.length > 0 ? [`SELECT it FROM ${from} AS it`] : []),
      ]
    })
  }

  test('no role reads a refused column, nor finds or sorts by it, nor gets it with its row', async () => {
    let tried = 0
    for (const { area, purpose } of scopes()) {
      const client = await asRole(service, area, purpose)
      const probes = probesOf(area, purpose)
      const found = await notRefused(client, probes)
      await client.end()
      tried += probes.length
      expect(found).toEqual([])
    }
    expect(tried).toBeGreaterThan(5000)
  }, 240_000)

  test('the probes themselves find a column that may be read', async () => {
    for (const { area, purpose } of scopes()) {
      const [column] = [...readable(area, purpose)]
      if (!column) continue
      const [table, name] = column.split('.') as [string, string]
      const probe = `SELECT ${ident(name)} FROM ev.${ident(table)}`
      const client = await asRole(service, area, purpose)
      expect(await notRefused(client, [probe])).toEqual([`allowed: ${probe}`])
      await client.end()
    }
  }, 240_000)
})

describe('a column that booking may not read', () => {
  let service: TestService
  let client: pg.Client
  beforeAll(async () => {
    service = await testService()
    client = await asRole(service, 'office', 'booking')
  })
  afterAll(async () => {
    await client.end()
    await service.end()
  })

  const codeOf = (sql: string) =>
    client.query(sql).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )

  test.each([
    'COPY ev.staff (email) TO STDOUT',
    'COPY (SELECT email FROM ev.staff) TO STDOUT',
    'EXPLAIN SELECT email FROM ev.staff',
    'EXPLAIN SELECT 1 FROM ev.staff WHERE email IS NOT NULL',
    'PREPARE peek AS SELECT email FROM ev.staff; EXECUTE peek',
    'SELECT row_to_json(it) FROM ev.staff AS it',
    'SELECT count(*) FROM ev.staff GROUP BY email',
    'SELECT name FROM ev.staff UNION SELECT email FROM ev.staff',
    'UPDATE ev.enquiry SET answer_note = s.email FROM ev.staff s',
    'TABLE ev.staff',
    'TRUNCATE ev.task',
    'SELECT * FROM auth.sign_in',
    'CREATE TABLE ev.mine (line text)',
  ])('is refused in %s', async (sql) => {
    expect(await codeOf(sql)).toBe('42501')
  })

  test('is refused in a cursor', async () => {
    await client.query('BEGIN')
    expect(await codeOf('DECLARE peek CURSOR FOR SELECT email FROM ev.staff')).toBe('42501')
    await client.query('ROLLBACK')
  })

  test('is not refused for what it may read', async () => {
    expect(await codeOf('EXPLAIN SELECT name FROM ev.staff')).toBe('done')
    await client.query('BEGIN')
    expect(await codeOf('DECLARE peek CURSOR FOR SELECT name FROM ev.staff')).toBe('done')
    await client.query('ROLLBACK')
  })

  test('is not reached by taking a role of another area, or none', async () => {
    const names = roleNames(service.place.prefix)
    for (const role of [names.purpose('worker', 'retention'), names.purpose('public', 'enquiries'), names.owner]) {
      expect(await codeOf(`SET ROLE ${role}`)).toBe('42501')
    }
    await client.query('RESET ROLE')
    expect(await codeOf('SELECT name FROM ev.staff')).toBe('42501')
    expect(await codeOf('SELECT ev.actor()')).toBe('42501')
  })
})
