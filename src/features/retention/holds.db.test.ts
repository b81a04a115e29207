import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  staysOneByOne,
  sweepNow,
  sweepOn,
} from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import { liftHold, placeHold } from '../cases/index.ts'
import { correctPerson } from '../people/index.ts'
import { endsWithCase } from './domain/plan.ts'

let service: TestService
let folder: ServiceFolder
let office: Office
let caseId: Id
let holdId: Id

const hold = async (of: Id) => {
  const input = { key: newId(), caseId: of, reason: 'A court asked', reviewOn: '2027-05-01' }
  const outcome = await placeHold(service.desk.office, office.privacyOfficer, input)
  if (!outcome.done) throw new Error('not held')
  return outcome.value.holdId as Id
}
const lift = (of: Id, id: Id) =>
  liftHold(service.desk.office, office.privacyOfficer, { key: newId(), caseId: of, holdId: id })

beforeAll(async () => {
  service = await testService({ at: '2026-11-21T10:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
  caseId = await caseFrom(service, office, folder.keyring)
  await close(service, office, caseId)
  holdId = await hold(caseId)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

/** The code of the database's refusal, or `done`. */
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
const asRetention = (work: Parameters<TestService['desk']['worker']['act']>[2]) =>
  service.desk.worker.act(null, { purpose: 'retention', deed: 'retention.stepped', key: newId() }, work)

/** Tables of which the case made here has rows, each with how a row of it is found. */
const held = {
  case_file: 'id = $1',
  case_key: 'case_id = $1',
  party: 'case_id = $1',
  child: 'case_id = $1',
  enquiry: 'case_id = $1',
  person: 'id IN (SELECT person_id FROM ev.party WHERE case_id = $1)',
  contact_point: 'person_id IN (SELECT person_id FROM ev.party WHERE case_id = $1)',
  life_event: 'aggregate_id = $1',
  hold: 'case_id = $1',
} as const

describe('while a hold stands', () => {
  test.each(Object.keys(held) as (keyof typeof held)[])(
    'no row of %s can be deleted, by its owner either',
    async (table) => {
      const rows = await service.look(`SELECT FROM ev.${table} WHERE ${held[table]}`, [caseId])
      expect(rows.length).toBeGreaterThan(0)
      expect(await codeOf(service.look(`DELETE FROM ev.${table} WHERE ${held[table]}`, [caseId]))).toBe('EV001')
    },
  )

  test('the purpose that ends data cannot delete it, nor the hold itself', async () => {
    const child = asRetention(async ({ queries }) => {
      await queries.deleteFrom('child').where('case_id', '=', caseId).execute()
      return done({})
    })
    expect(await codeOf(child)).toBe('EV001')
    const itself = asRetention(async ({ queries }) => {
      await queries.deleteFrom('hold').where('case_id', '=', caseId).execute()
      return done({})
    })
    expect(await codeOf(itself)).toBe('EV001')
  })

  test('a cascade stops too, since each row asks for itself', async () => {
    await service.look('CREATE TABLE ev.try_parent (id integer PRIMARY KEY)')
    await service.look('ALTER TABLE ev.child ADD COLUMN try_parent integer REFERENCES ev.try_parent ON DELETE CASCADE')
    await service.look('INSERT INTO ev.try_parent VALUES (1)')
    await service.look('UPDATE ev.child SET try_parent = 1 WHERE case_id = $1', [caseId])
    expect(await codeOf(service.look('DELETE FROM ev.try_parent'))).toBe('EV001')
    expect(await service.look('SELECT FROM ev.child WHERE case_id = $1', [caseId])).toHaveLength(1)
  })

  test('what was written to the enquirer is held with the case', async () => {
    const [enquiry] = await service.look<{ id: Id }>('SELECT id FROM ev.enquiry WHERE case_id = $1', [caseId])
    await service.look(
      `INSERT INTO ev.message (enquiry_id, zone, channel, template, recipient, subject, body, status, settled_at, made_at)
       VALUES ($1, 'office', 'letter', 't', 'r', 's', 'b', 'printed', '2026-11-21', '2026-11-21')`,
      [enquiry?.id],
    )
    expect(await codeOf(service.look('DELETE FROM ev.message WHERE enquiry_id = $1', [enquiry?.id]))).toBe('EV001')
  })

  test('what is held can be corrected, and not emptied, by the office or by its owner', async () => {
    const [person] = await service.look<{ person_id: Id }>('SELECT person_id FROM ev.party WHERE case_id = $1', [
      caseId,
    ])
    const correct = (givenName: string, familyName: string) =>
      service.desk.office.act(
        office.coordinator,
        { purpose: 'booking', deed: 'party.corrected', key: newId(), caseId },
        async (scope) => {
          const names = { givenName, familyName, knownAs: null, birthDate: null }
          expect(await correctPerson(scope, person?.person_id as Id, names)).toBe(true)
          return done({})
        },
      )
    expect(await codeOf(correct('Tessa', 'Testcaller'))).toBe('done')
    expect(await codeOf(correct('', ''))).toBe('EV001')
    expect(await codeOf(service.look(`UPDATE ev.child SET birth_date = NULL WHERE case_id = $1`, [caseId]))).toBe(
      'EV001',
    )
    expect(await codeOf(service.look(`UPDATE ev.enquiry SET message = '' WHERE case_id = $1`, [caseId]))).toBe('EV001')
    expect(
      await codeOf(service.look(`UPDATE ev.enquiry SET case_id = NULL, status = 'new' WHERE case_id = $1`, [caseId])),
    ).toBe('EV001')
  })

  test('the sweep leaves it, says why, and it comes back when the hold is lifted', async () => {
    await sweepOn(service, folder, '2033-11-21')
    const stateOf = () =>
      service.look(
        'SELECT status, reason, due_on::text, wait_until::text FROM ev.retention_state WHERE aggregate_id = $1',
        [caseId],
      )
    expect(await stateOf()).toEqual([{ status: 'deferred', reason: 'hold', due_on: '2033-11-21', wait_until: null }])
    expect(await sweepOn(service, folder, '2045-01-01')).toMatchObject({ result: 'done', destroyed: { case: 0 } })
    expect((await lift(caseId, holdId)).done).toBe(true)
    await sweepOn(service, folder, '2045-01-02')
    expect(await stateOf()).toEqual([
      { status: 'provisional', reason: null, due_on: '2033-11-21', wait_until: '2045-01-30' },
    ])
    expect(await sweepOn(service, folder, '2045-01-30')).toMatchObject({ destroyed: { case: 1 } })
  })
})

test('a hold that is placed in the last moment is seen by the transaction that destroys', async () => {
  service.clock.set('2046-01-05T10:00:00Z')
  const late = await caseFrom(service, office, folder.keyring)
  await close(service, office, late)
  await sweepOn(service, folder, '2053-01-05')
  service.clock.set('2053-02-02T12:00:00Z')
  // The hold is placed while the sweep runs: between its first question and the one that it asks alone.
  const { checks } = await import('../../../test/support/case-life.ts').then((it) => it.sweepTools(service, folder))
  const [first, ...others] = checks
  if (!first) throw new Error('there are no checks')
  const heldBetween = {
    name: 'between',
    of: ['enquiry', 'case'] as const,
    words: 'nothing',
    yieldsToCap: false,
    staying: staysOneByOne(() => false),
  }
  await hold(late)
  expect(await sweepNow(service, folder, { checks: [heldBetween, first, ...others] })).toMatchObject({ deferred: 1 })
  // A list without the check of holds is stopped by the database all the same.
  await service.look(`UPDATE ev.retention_state SET status = 'provisional', reason = NULL, wait_until = '2053-02-02'`)
  const without = others.filter((check) => check.name !== 'hold')
  expect(await sweepNow(service, folder, { checks: without })).toMatchObject({ result: 'partial', failed: 1 })
  expect(await service.look('SELECT FROM ev.case_file WHERE id = $1', [late])).toHaveLength(1)
})

test('no role may TRUNCATE a table of people, and its owner is stopped by a trigger', async () => {
  const granted = await service.look(
    `SELECT r.rolname, c.relname FROM pg_roles r CROSS JOIN pg_class c
      WHERE starts_with(r.rolname, $1) AND r.rolname <> $1 || 'owner' AND c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r'
        AND has_table_privilege(r.oid, c.oid, 'TRUNCATE')`,
    [`${service.place.prefix}_`],
  )
  expect(granted).toEqual([])
  const guarded = endsWithCase.filter((it) => !['draft', 'consent_subject', 'task', 'retention_state'].includes(it))
  for (const table of guarded) expect(await codeOf(service.look(`TRUNCATE ev.${table} CASCADE`)), table).toBe('EV001')
})
