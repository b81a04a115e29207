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
  service.clock.set('2047-07-20T12:00:00Z')
  await sweepNow(service, folder)
  expect(await count(`ev.consent_event WHERE subject_id = '${subject}'`)).toBe(1)
  service.clock.set('2047-07-21T12:00:00Z')
  expect((await sweepNow(service, folder)).small).toMatchObject({ consent: 1 })
  expect(await count(`ev.consent_event WHERE subject_id = '${subject}'`)).toBe(0)
  expect(await count(`ev.life_event WHERE aggregate_id = '${subject}'`)).toBe(0)
})

test('a clock that leaps stands the sweep still until somebody says that the date is right', async () => {
  const strict = { asksAboutLeaps: true }
  service.clock.set('2050-01-05T12:00:00Z')
  await sweepNow(service, folder)
  const caseId = await caseFrom(service, office, folder.keyring)
  service.clock.set('2050-01-07T12:00:00Z')
  expect((await sweepNow(service, folder, strict)).result).toBe('done')
  service.clock.set('2050-01-09T12:00:01Z')
  expect((await sweepNow(service, folder, strict)).result).toBe('halted')
  expect((await sweepNow(service, folder, strict)).result).toBe('halted')
  const confirm = () => confirmDate(service.desk.office, office.privacyOfficer, { key: newId() })
  expect((await confirm()).done).toBe(true)
  expect((await confirm()).done).toBe(false)
  // What was confirmed is that day, and not whatever the clock leaps to next.
  service.clock.set('2058-01-09T12:00:00Z')
  expect((await sweepNow(service, folder, strict)).result).toBe('halted')
  expect((await confirm()).done).toBe(true)
  expect((await sweepNow(service, folder, strict)).result).toBe('done')
  expect(await count(`ev.case_file WHERE id = '${caseId}'`)).toBe(1)
  expect((await sweepNow(service, folder, strict)).result).toBe('done')
})

test('the worker sweeps once a day, and again after an hour when something was left', async () => {
  const tools = await sweepTools(service, folder)
  const job = sweepJob(tools)
  service.clock.set('2060-01-05T12:00:00Z')
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
