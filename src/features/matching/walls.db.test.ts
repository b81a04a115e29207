import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../../../test/support/two-party-file.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { type Id, newId } from '../../values/ids.ts'
import { giveToMediator } from '../cases/index.ts'
import { declareWall } from './actions/declare-wall.ts'
import { liftWall } from './actions/lift-wall.ts'
import { knownAlready } from './data/known-people.ts'
import { readSearch } from './domain/search.ts'

let service: TestService
let mediator: Id
let coordinator: Id
let supervisor: Id
let walled: TwoPartyFile
let mine: TwoPartyFile

beforeAll(async () => {
  service = await testService()
  mediator = (await service.staff('mediator', 'Mel Mediator')).id
  coordinator = (await service.staff('coordinator')).id
  supervisor = (await service.staff('supervisor')).id
  walled = await fileWithTwoParties(service, mediator)
  mine = await fileWithTwoParties(service, mediator)
  await service.look(`UPDATE ev.person SET given_name = 'Wally', family_name = 'Walled' WHERE id = $1`, [
    walled.personA,
  ])
})
afterAll(() => service.end())

const tables = ['session_record', 'session_summary', 'stored_file', 'appointment'] as const
const seenBy = (actor: Id, purpose: PurposeKey) =>
  service.desk.office.read(actor, { purpose, deed: 'office.tried' }, async ({ queries }) => {
    const seen = new Set<Id>()
    for (const table of tables) {
      const rows = await queries.selectFrom(table).select('case_id').execute()
      for (const row of rows) seen.add(row.case_id)
    }
    return seen
  })
const found = (actor: Id) =>
  service.desk.office.read(actor, { purpose: 'recognition', deed: 'person.sought' }, (scope) =>
    knownAlready(scope, readSearch('Wally Walled')),
  )
const declare = (actor: Id) =>
  declareWall(service.desk.office, actor, { key: newId(), caseId: walled.caseId, personId: walled.personA })

test('a wall is obeyed by the next question, also in work that had begun', async () => {
  const wall = `INSERT INTO ev.wall (person_id, staff_id) VALUES ($1, $2) RETURNING id`
  await service.desk.office.read(mediator, { purpose: 'mediation', deed: 'office.tried' }, async ({ queries }) => {
    const casesIn = async (table: (typeof tables)[number]) =>
      (await queries.selectFrom(table).select('case_id').execute()).map((it) => it.case_id)
    expect(await casesIn('session_record')).toContain(mine.caseId)
    const [made] = await service.look<{ id: Id }>(wall, [mine.personA, mediator])
    expect(await casesIn('session_summary')).not.toContain(mine.caseId)
    await service.look('DELETE FROM ev.wall WHERE id = $1', [made?.id])
    expect(await casesIn('stored_file')).toContain(mine.caseId)
    await sql`SELECT set_config('ev.kept_cases', '|{}', true)`.execute(queries)
    expect(await casesIn('appointment')).toContain(mine.caseId)
  })
})

test('a mediator who knows a party declares it, and the case is gone for them', async () => {
  expect(await seenBy(mediator, 'mediation')).toEqual(new Set([walled.caseId, mine.caseId]))
  expect(await found(mediator)).toHaveLength(1)
  expect((await declare(mediator)).done).toBe(true)
  expect(await seenBy(mediator, 'mediation')).toEqual(new Set([mine.caseId]))
  expect(await found(mediator)).toEqual([])
  expect(await declare(mediator)).toMatchObject({ done: false, reason: 'no_such' })
})

test('the office is told, and chooses another mediator', async () => {
  const tasks = await service.look<{ kind: string }>(
    `SELECT kind FROM ev.task WHERE case_id = $1 AND for_role = 'coordinator' AND done_at IS NULL ORDER BY kind`,
    [walled.caseId],
  )
  expect(tasks.map((it) => it.kind)).toEqual(['appoint-mediator', 'call-back', 'conflict-declared'])
  const [file] = await service.look('SELECT mediator_id FROM ev.case_file WHERE id = $1', [walled.caseId])
  expect(file).toEqual({ mediator_id: null })
})

test('nobody gives them the case, nor a time in it; times that are taken stay taken', async () => {
  const given = await giveToMediator(service.desk.office, coordinator, {
    ...{ key: newId(), caseId: walled.caseId, mediatorId: mediator },
  })
  expect(given).toMatchObject({ done: false, reason: 'walled' })
  const booked = service.look(
    `INSERT INTO ev.appointment (case_id, zone, mediator_id, kind, means, starts_at, ends_at)
     VALUES ($1, 'A', $2, 'miam', 'telephone', '2027-01-05T10:00Z', '2027-01-05T11:00Z')`,
    [walled.caseId, mediator],
  )
  await expect(booked).rejects.toMatchObject({ constraint: 'appointment_mediator_walled' })
  const [taken] = await service.look('SELECT count(*)::int AS many FROM ev.appointment WHERE case_id = $1', [
    walled.caseId,
  ])
  expect(taken).toEqual({ many: 3 })
})

test('a case that comes later is walled from the start', async () => {
  const later = await fileWithTwoParties(service, supervisor)
  await service.look(`UPDATE ev.party SET person_id = $2 WHERE case_id = $1 AND side = 'B'`, [
    later.caseId,
    walled.personA,
  ])
  const given = service.look('UPDATE ev.case_file SET mediator_id = $2 WHERE id = $1', [later.caseId, mediator])
  await expect(given).rejects.toMatchObject({ constraint: 'case_file_mediator_walled' })
})

test('whoever sees any case is walled off as well, until another lifts it with a reason', async () => {
  const other = (await service.staff('supervisor', 'Sue Pervisor')).id
  expect((await declare(other)).done).toBe(true)
  expect(await seenBy(other, 'mediation')).toEqual(new Set([mine.caseId]))
  expect(await found(other)).toEqual([])
  expect(await found(coordinator)).toHaveLength(1)
  const [wall] = await service.look<{ id: Id }>('SELECT id FROM ev.wall WHERE staff_id = $1', [other])
  const lift = (actor: Id) =>
    liftWall(service.desk.office, actor, { key: newId(), wallId: wall?.id as Id, reason: 'Another of that name' })
  expect((await lift(other)).done).toBe(false)
  expect((await lift(coordinator)).done).toBe(false)
  expect((await lift(supervisor)).done).toBe(true)
  expect(await found(other)).toHaveLength(1)
  expect((await seenBy(other, 'mediation')).has(walled.caseId)).toBe(true)
})
