import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  callFrom,
  caseFrom,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  sweepNow,
  sweepTools,
} from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { newId } from '../../values/ids.ts'
import { placeHold } from '../cases/index.ts'
import { confirmDate } from './index.ts'
import { sweepJob } from './jobs/sweep.job.ts'

let service: TestService
let folder: ServiceFolder
let office: Office

beforeAll(async () => {
  service = await testService({ at: '2026-11-21T12:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

const count = async (sql: string) => (await service.look<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n

test('drafts, counts, marks of forms, settled messages and the read log end by their age', async () => {
  const caseId = await caseFrom(service, office, folder.keyring)
  const held = await caseFrom(service, office, folder.keyring)
  await placeHold(service.desk.office, office.privacyOfficer, {
    key: newId(),
    caseId: held,
    reason: 'A claim',
    reviewOn: '2027-01-01',
  })
  const enquiryId = await callFrom(service, office)
  const draft = (of: string, saved: string) =>
    service.look(
      `INSERT INTO ev.draft (author, form, subject_id, case_id, sealed, saved_at) VALUES ($1, 'session', gen_random_uuid(), $2, 'x', $3)`,
      [office.mediator, of, saved],
    )
  await draft(caseId, '2026-11-21T12:00:00Z')
  await draft(caseId, '2026-12-01T12:00:00Z')
  await draft(held, '2026-11-21T12:00:00Z')
  await service.look(
    `INSERT INTO ev.message (enquiry_id, zone, channel, template, recipient, subject, body, status, settled_at, made_at)
     VALUES ($1, 'office', 'letter', 't', 'r', 's', 'b', 'printed', '2026-11-21', '2026-11-21')`,
    [enquiryId],
  )
  await service.look(
    `INSERT INTO ev.page_count (day, path, views) VALUES ('2026-11-21', '/', 5), ('2026-12-06', '/', 6)`,
  )
  const keys = (await service.look<{ key: string }>('SELECT key FROM ev.request_key')).map((row) => row.key)
  expect(keys.length).toBeGreaterThan(0)
  service.clock.set('2026-12-06T12:00:00Z')
  expect((await sweepNow(service, folder)).small).toMatchObject({ draft: 1 })
  expect(await count('ev.draft')).toBe(2)
  expect(await service.look('SELECT FROM ev.request_key WHERE key = ANY ($1)', [keys])).toEqual([])
  service.clock.set('2027-02-19T12:00:00Z')
  expect((await sweepNow(service, folder)).small.message).toBeUndefined()
  service.clock.set('2027-02-20T12:00:00Z')
  expect((await sweepNow(service, folder)).small).toMatchObject({ message: 1 })
  expect(await count('ev.message')).toBe(0)
  service.clock.set('2028-11-22T12:00:00Z')
  expect((await sweepNow(service, folder)).small).toMatchObject({ websiteCount: 1 })
  expect(await count('ev.page_count')).toBe(1)
  service.clock.set('2033-11-20T12:00:00Z')
  await sweepNow(service, folder)
  const old = () => count(`ev.access_log WHERE at < '2026-11-22'`)
  expect(await old()).toBeGreaterThan(0)
  service.clock.set('2033-11-23T12:00:00Z')
  expect((await sweepNow(service, folder)).small.auditTrail).toBeGreaterThan(0)
  expect(await old()).toBe(0)
  expect(await count('ev.draft')).toBe(1)
})

test('what somebody agreed to stands without their name for as long as the policy says after their file', async () => {
  service.clock.set('2040-01-05T12:00:00Z')
  const enquiryId = await callFrom(service, office)
  const subject = newId()
  await service.look('INSERT INTO ev.consent_subject (id, enquiry_id) VALUES ($1, $2)', [subject, enquiryId])
  await service.look(
    `INSERT INTO ev.consent_event (subject_id, scope, act, wording_hash, policy_hash, channel, at)
     VALUES ($1, 'contactByEmail', 'given', 'w', 'p', 'website', '2040-01-05')`,
    [subject],
  )
  for (const day of ['2040-06-20', '2040-07-20']) {
    service.clock.set(`${day}T12:00:00Z`)
    await sweepNow(service, folder)
  }
  expect(await count(`ev.consent_subject WHERE id = '${subject}'`)).toBe(0)
  expect(await count(`ev.consent_event WHERE subject_id = '${subject}'`)).toBe(1)
  // Taken back long before: what counts is the last end, when the name was forgotten.
  await service.look(
    `INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on) VALUES ('consent', $1, 'consent.ended', '2040-02-01')`,
    [subject],
  )
  service.clock.set('2047-07-20T12:00:00Z')
  await sweepNow(service, folder)
  expect(await count(`ev.consent_event WHERE subject_id = '${subject}'`)).toBe(1)
  service.clock.set('2047-07-21T12:00:00Z')
  expect((await sweepNow(service, folder)).small).toMatchObject({ consent: 1 })
  expect(await count(`ev.consent_event WHERE subject_id = '${subject}'`)).toBe(0)
  expect(await count(`ev.life_event WHERE aggregate_id = '${subject}'`)).toBe(0)
})

test('what somebody took back stands as long as we know who they are', async () => {
  service.clock.set('2048-01-05T12:00:00Z')
  const caseId = await caseFrom(service, office, folder.keyring)
  const subject = newId()
  await service.look(
    `INSERT INTO ev.consent_subject (id, person_id) SELECT $1, person_id FROM ev.party WHERE case_id = $2 AND side = 'A'`,
    [subject, caseId],
  )
  await service.look(
    `INSERT INTO ev.consent_event (subject_id, scope, act, wording_hash, policy_hash, channel, at)
     VALUES ($1, 'contactByEmail', 'withdrawn', 'w', 'p', 'office', '2048-01-05')`,
    [subject],
  )
  await service.look(
    `INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on) VALUES ('consent', $1, 'consent.ended', '2048-01-05')`,
    [subject],
  )
  service.clock.set('2056-01-05T12:00:00Z')
  await sweepNow(service, folder)
  expect(await count(`ev.consent_event WHERE subject_id = '${subject}'`)).toBe(1)
})

test('the account of a colleague who left ends by its rule, and not while a file still names them', async () => {
  service.clock.set('2056-02-01T12:00:00Z')
  const [gone, named] = [await service.staff('mediator', 'Long Gone'), await service.staff('mediator', 'Still Named')]
  for (const { id } of [gone, named]) {
    await service.look(`UPDATE ev.staff SET left_on = '2049-02-01' WHERE id = $1`, [id])
    await service.look(
      `INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on) VALUES ('staff', $1, 'staff.left', '2049-02-01')`,
      [id],
    )
    await service.look(
      `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until) VALUES ($1, '1234A', 'accredited', '2049-01-01')`,
      [id],
    )
  }
  const caseId = await caseFrom(service, office, folder.keyring)
  await service.look('UPDATE ev.case_file SET mediator_id = $1 WHERE id = $2', [named.id, caseId])
  expect((await sweepNow(service, folder)).small.staff).toBeUndefined()
  service.clock.set('2056-02-02T12:00:00Z')
  expect((await sweepNow(service, folder)).small).toMatchObject({ staff: 1 })
  expect(await count(`ev.staff WHERE id = '${gone.id}'`)).toBe(0)
  expect(await count(`ev.staff WHERE id = '${named.id}'`)).toBe(1)
  expect(await count(`ev.mediator_registration WHERE staff_id = '${named.id}'`)).toBe(1)
})

test('a setting that was replaced goes when its time is over, and the one in force never', async () => {
  const set = (value: string, from: string) =>
    service.look(`INSERT INTO ev.setting (key, value, in_force_from) VALUES ('contact.telephone', $1, $2)`, [
      value,
      from,
    ])
  await set('01632 960 001', '2040-01-01T12:00:00Z')
  await set('01632 960 002', '2049-03-01T12:00:00Z')
  await set('01632 960 003', '2049-04-01T12:00:00Z')
  const kept = async () =>
    (await service.look<{ value: string }>('SELECT value FROM ev.setting ORDER BY in_force_from')).map(
      (row) => row.value,
    )
  service.clock.set('2056-03-01T12:00:00Z')
  await sweepNow(service, folder)
  expect(await kept()).toHaveLength(3)
  service.clock.set('2056-03-02T12:00:00Z')
  expect((await sweepNow(service, folder)).small).toMatchObject({ service: 1 })
  expect(await kept()).toEqual(['01632 960 002', '01632 960 003'])
  service.clock.set('2056-12-01T12:00:00Z')
  await sweepNow(service, folder)
  expect(await kept()).toEqual(['01632 960 003'])
})

test('a certificate goes by its rule, once its paper is gone', async () => {
  service.clock.set('2056-12-05T12:00:00Z')
  const add = (paper: string | null) =>
    service.look(
      `INSERT INTO ev.destruction_certificate (id, aggregate, rule, policy_hash, due_on, destroyed_at, row_counts, paper_reference)
       VALUES (gen_random_uuid(), 'case', 'clientFile', 'p', '2049-12-05', '2049-12-04T12:00:00Z', '{}', $1)`,
      [paper],
    )
  await add(null)
  await add('C-STILL-THERE')
  await sweepNow(service, folder)
  const left = await service.look(`SELECT paper_reference FROM ev.destruction_certificate WHERE due_on = '2049-12-05'`)
  expect(left).toEqual([{ paper_reference: 'C-STILL-THERE' }])
})

test('a clock that leaps stands the sweep still until somebody says that the date is right', async () => {
  const strict = { asksAboutLeaps: true }
  service.clock.set('2057-01-05T12:00:00Z')
  await sweepNow(service, folder)
  const caseId = await caseFrom(service, office, folder.keyring)
  service.clock.set('2057-01-07T12:00:00Z')
  expect((await sweepNow(service, folder, strict)).result).toBe('done')
  service.clock.set('2057-01-09T12:00:01Z')
  expect((await sweepNow(service, folder, strict)).result).toBe('halted')
  expect((await sweepNow(service, folder, strict)).result).toBe('halted')
  const confirm = () => confirmDate(service.desk.office, office.privacyOfficer, { key: newId() })
  expect((await confirm()).done).toBe(true)
  expect((await confirm()).done).toBe(false)
  // What was confirmed is that day, and not whatever the clock leaps to next.
  service.clock.set('2065-01-09T12:00:00Z')
  expect((await sweepNow(service, folder, strict)).result).toBe('halted')
  expect((await confirm()).done).toBe(true)
  expect((await sweepNow(service, folder, strict)).result).toBe('done')
  expect(await count(`ev.case_file WHERE id = '${caseId}'`)).toBe(1)
  expect((await sweepNow(service, folder, strict)).result).toBe('done')
})

test('the worker sweeps once a day, and again after an hour when something was left', async () => {
  const tools = await sweepTools(service, folder)
  const job = sweepJob(tools)
  service.clock.set('2067-01-05T12:00:00Z')
  const sweptAt = async () =>
    (await service.look<{ at: string }>(`SELECT swept_at::text AS at FROM ev.sweep_state`))[0]?.at
  await job.run(service.desk.worker)
  const first = await sweptAt()
  service.clock.forward('PT2H')
  await job.run(service.desk.worker)
  expect(await sweptAt()).toBe(first)
  service.clock.forward('P1D')
  await job.run(service.desk.worker)
  expect(await sweptAt()).not.toBe(first)
})
