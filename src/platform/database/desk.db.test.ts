import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import type { Scope } from './desk.ts'

let service: TestService
let actor: Id
beforeAll(async () => {
  service = await testService()
  actor = (await service.staff('coordinator')).id
})
afterAll(() => service.end())

const xid = async ({ queries }: Scope) =>
  (await sql<{ xid: string }>`SELECT pg_current_xact_id()::text AS xid`.execute(queries)).rows[0]?.xid

test('a gathering desk reads in one transaction what is asked for at once under one purpose, and records each', async () => {
  const desk = service.desk.office.gathering()
  const person = newId()
  const [list, diary, enquiries] = await Promise.all([
    desk.read(actor, { purpose: 'booking', deed: 'case.listed' }, xid),
    desk.read(actor, { purpose: 'booking', deed: 'appointment.listed' }, xid),
    desk.read(actor, { purpose: 'enquiries', deed: 'enquiry.listed' }, xid),
    desk.read(actor, { purpose: 'booking', deed: 'person.opened', subjectId: person }, async () => ['one', 'two']),
    desk.read(actor, { purpose: 'booking', deed: 'case.listed' }, async () => ['one']),
  ])
  expect(diary).toBe(list)
  expect(enquiries).not.toBe(list)
  const later = await desk.read(actor, { purpose: 'booking', deed: 'case.listed' }, xid)
  expect(later).not.toBe(list)
  const recorded = await service.look(
    'SELECT act, also, subject_id, row_count FROM ev.access_log WHERE xid = $1 ORDER BY id',
    [list],
  )
  expect(recorded).toEqual([
    { act: 'case.listed', also: ['appointment.listed'], subject_id: null, row_count: 1 },
    { act: 'person.opened', also: [], subject_id: person, row_count: 2 },
  ])
})

test('what else was read is named by kinds: no words about anybody fit there', async () => {
  const also = (...kinds: string[]) =>
    service.look(`INSERT INTO ev.access_log (act, also) VALUES ('case.opened', $1)`, [kinds])
  await also('appointment.listed', 'case.next-seen')
  for (const words of ['Ms Okafor', 'okafor', '07700 900123', '"', ''])
    await expect(also(words)).rejects.toThrow(/check/)
})

test('it keeps those of different cases apart: each sees by the rules of its own', async () => {
  const desk = service.desk.office.gathering()
  const read = (caseId: Id) => desk.read(actor, { purpose: 'booking', deed: 'case.opened', caseId }, xid)
  const [one, other] = await Promise.all([read(actor), read('0b7c1f3e-6a55-4a8e-9d0e-1f2a3b4c5d6e' as Id)])
  expect(one).not.toBe(other)
})

test('one part that fails fails all that were read with it, and nothing is left open', async () => {
  const desk = service.desk.office.gathering()
  const fine = desk.read(actor, { purpose: 'booking', deed: 'case.listed' }, async (scope) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return xid(scope)
  })
  const broken = desk.read(actor, { purpose: 'booking', deed: 'case.listed' }, ({ queries }) =>
    sql`SELECT 1 / 0`.execute(queries),
  )
  const ends = await Promise.allSettled([fine, broken])
  expect(ends.map((it) => it.status)).toEqual(['rejected', 'rejected'])
  expect(await service.desk.office.read(actor, { purpose: 'booking', deed: 'case.listed' }, xid)).toBeTruthy()
})

test('a read asks the same question once, an act each time', async () => {
  const ask = async (scope: Scope) => {
    const question = () => scope.queries.selectFrom('staff').select('name').where('id', '=', actor).execute()
    const [first, second] = [await question(), await question()]
    return first === second
  }
  expect(await service.desk.office.read(actor, { purpose: 'booking', deed: 'case.listed' }, ask)).toBe(true)
})
