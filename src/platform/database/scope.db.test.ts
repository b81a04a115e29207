import { sql } from 'kysely'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import { roleNames } from './role-names.ts'
import { inScope, LostTransaction, openPool, type ScopeOpening } from './scope.ts'

let service: TestService
let pool: Pool
const lost: Error[] = []
beforeAll(async () => {
  service = await testService()
  const url = new URL(service.place.installerUrl)
  url.username = roleNames(service.place.prefix).login('office')
  url.password = service.place.passwords.office
  pool = openPool(url.href, 4, (error) => lost.push(error))
})
afterAll(async () => {
  await pool.end()
  await service.end()
})

const opening = (area: string, purpose: string, actor: Id | null = null): ScopeOpening => ({
  role: roleNames(service.place.prefix).purpose(area, purpose),
  actor,
  now: Temporal.Instant.from('2026-11-23T10:00:00Z'),
  writes: true,
})
const keep = <Result>(result: Result) => ({ keep: true, result })
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

test('an error that somebody swallowed is not taken for done', async () => {
  const work = inScope(pool, opening('office', 'booking'), async (queries) => {
    await sql`SELECT 1 / 0`.execute(queries).catch(() => {})
    return keep('saved')
  })
  await expect(work).rejects.toThrow(LostTransaction)
})

test('a login cannot take the role of another area, and the refusal says why', async () => {
  const seen = inScope(pool, opening('worker', 'retention'), async (queries) =>
    keep((await sql`SELECT 1`.execute(queries)).rows),
  )
  expect(await code(seen)).toBe('42501')
  await expect(seen).rejects.toThrow(/permission denied to set role/)
})

test('outside a scope the login reads nothing', async () => {
  expect(await code(pool.query('SELECT given_name FROM ev.person'))).toBe('42501')
})

test('after a scope nothing of it is left on the connection', async () => {
  const single = openPool(poolUrl(), 1, () => {})
  try {
    await inScope(single, opening('office', 'booking', newId()), async (queries) =>
      keep(await sql`SELECT 1`.execute(queries)),
    )
    const { rows } = await single.query(
      `SELECT current_user = session_user AS own, current_setting('ev.actor', true) AS actor`,
    )
    expect(rows).toEqual([{ own: true, actor: '' }])
  } finally {
    await single.end()
  }
})
const poolUrl = () => (pool as unknown as { options: { connectionString: string } }).options.connectionString

test('what is not kept is rolled back', async () => {
  const id = newId()
  const coordinator = await service.staff('coordinator')
  const add = (kept: boolean) =>
    inScope(pool, opening('office', 'booking', coordinator.id), async (queries) => {
      await queries.insertInto('person').values({ id, given_name: 'Ann', family_name: 'Lee' }).execute()
      return { keep: kept, result: null }
    })
  await add(false)
  expect(await service.look('SELECT id FROM ev.person WHERE id = $1', [id])).toEqual([])
  await add(true)
  expect(await service.look('SELECT id FROM ev.person WHERE id = $1', [id])).toEqual([{ id }])
})

test('many scopes at once, some of which fail, never cross over', async () => {
  const purposes = ['booking', 'mediation', 'enquiries'] as const
  const runs = Array.from({ length: 300 }, async (_, run) => {
    const actor = newId()
    const purpose = purposes[run % purposes.length] ?? 'booking'
    const expected = roleNames(service.place.prefix).purpose('office', purpose)
    try {
      return await inScope(pool, opening('office', purpose, actor), async (queries) => {
        const ask = () =>
          sql<{ role: string; actor: string }>`SELECT current_user AS role, ev.actor()::text AS actor`.execute(queries)
        const [first, second] = await Promise.all([ask(), ask()])
        if (run % 7 === 0) await sql`SELECT 1 / 0`.execute(queries)
        const seen = [first.rows[0], second.rows[0], (await ask()).rows[0]]
        return keep(seen.every((row) => row?.role === expected && row.actor === actor))
      })
    } catch (error) {
      return (error as { code?: string }).code === '22012'
    }
  })
  expect((await Promise.all(runs)).every(Boolean)).toBe(true)
})

test('a connection that is cut off in a scope fails that scope alone', async () => {
  const cut = inScope(pool, opening('office', 'booking'), async (queries) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(queries)
    await service.look('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    return keep(await sql`SELECT 1`.execute(queries))
  })
  await expect(cut).rejects.toThrow()
  const next = await inScope(pool, opening('office', 'booking'), async (queries) =>
    keep((await sql<{ one: number }>`SELECT 1 AS one`.execute(queries)).rows),
  )
  expect(next).toEqual([{ one: 1 }])
})

test('what is no role, no person or no case is refused before anything is sent', async () => {
  const odd = { ...opening('office', 'booking'), role: "x'; DROP SCHEMA ev; --" }
  await expect(inScope(pool, odd, async () => keep(null))).rejects.toThrow(TypeError)
  const actor = { ...opening('office', 'booking'), actor: "' OR true" as Id }
  await expect(inScope(pool, actor, async () => keep(null))).rejects.toThrow(TypeError)
})

test('work that nobody waited for cannot reach the next transaction on the same connection', async () => {
  const held: { late: (() => Promise<unknown>) | null } = { late: null }
  await inScope(pool, opening('office', 'booking'), async (queries) => {
    held.late = () => sql`SELECT 1`.execute(queries)
    return keep(null)
  })
  await expect(held.late?.()).rejects.toThrow('this scope has ended')
})

test('what is written last goes with the commit, and its failure is the failure of all', async () => {
  const coordinator = await service.staff('coordinator')
  const id = newId()
  const add = (closing: { text: string; values: readonly unknown[] }) =>
    inScope(pool, opening('office', 'booking', coordinator.id), async (queries) => {
      await queries.insertInto('person').values({ id, given_name: 'Ann', family_name: 'Lee' }).execute()
      return { keep: true, result: null, closing: [closing] }
    })
  const log = (act: string) => ({ text: 'INSERT INTO ev.access_log (act) VALUES ($1)', values: [act] })
  await expect(add(log('not a deed'))).rejects.toMatchObject({ code: '23514' })
  expect(await service.look('SELECT id FROM ev.person WHERE id = $1', [id])).toEqual([])
  await add(log('case.opened'))
  expect(await service.look('SELECT id FROM ev.person WHERE id = $1', [id])).toEqual([{ id }])
})
