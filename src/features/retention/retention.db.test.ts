import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  callFrom,
  caseFrom,
  close,
  type Office,
  officeOf,
  reopen,
  type ServiceFolder,
  serviceFolder,
  staysOneByOne,
  sweepNow,
  sweepOn,
} from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import { writeMessage } from '../messages/index.ts'
import type { RetentionCheck } from './index.ts'

let service: TestService
let folder: ServiceFolder
let office: Office

beforeAll(async () => {
  service = await testService({ at: '2026-11-21T10:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

const isThere = async (id: Id) => (await service.look('SELECT FROM ev.case_file WHERE id = $1', [id])).length === 1
const stateOf = async (id: Id) =>
  (
    await service.look<{ status: string; reason: string | null; wait_until: string | null }>(
      'SELECT status, reason, wait_until::text FROM ev.retention_state WHERE aggregate_id = $1',
      [id],
    )
  )[0]
const tasksOf = async (id: Id) =>
  (
    await service.look<{ kind: string }>(
      'SELECT kind FROM ev.task WHERE done_at IS NULL AND $1 IN (case_id, enquiry_id, subject_id) ORDER BY kind',
      [id],
    )
  ).map((row) => row.kind)

const closedCase = async () => {
  const caseId = await caseFrom(service, office, folder.keyring)
  await close(service, office, caseId)
  return caseId
}

describe('a closed case', () => {
  test('is shown for the waiting time, goes on its day, and leaves facts, a certificate and a task for the paper', async () => {
    service.clock.set('2026-11-21T10:00:00Z')
    const caseId = await closedCase()
    const [{ reference } = { reference: '' }] = await service.look<{ reference: string }>(
      'SELECT reference FROM ev.case_file WHERE id = $1',
      [caseId],
    )
    expect(await sweepOn(service, folder, '2033-10-23')).toMatchObject({ announced: 0 })
    expect(await stateOf(caseId)).toBeUndefined()
    expect(await sweepOn(service, folder, '2033-10-24')).toMatchObject({ announced: 1 })
    expect(await stateOf(caseId)).toEqual({ status: 'provisional', reason: null, wait_until: '2033-11-21' })
    expect(await tasksOf(caseId)).toContain('file-due')
    expect(await sweepOn(service, folder, '2033-11-20')).toMatchObject({ announced: 0, destroyed: { case: 0 } })
    expect(await sweepOn(service, folder, '2033-11-21')).toMatchObject({ result: 'done', destroyed: { case: 1 } })
    expect(await isThere(caseId)).toBe(false)
    expect(await tasksOf(caseId)).toEqual(['destroy-paper'])
    const [certificate] = await service.look('SELECT *, due_on::text FROM ev.destruction_certificate WHERE id = $1', [
      caseId,
    ])
    expect(certificate).toMatchObject({
      aggregate: 'case',
      rule: 'clientFile',
      policy_hash: service.policy.hash,
      due_on: '2033-11-21',
      row_counts: { case_file: 1, party: 2, person: 2, child: 1, enquiry: 1, case_key: 1 },
      paper_reference: reference,
    })
    const facts = await service.look(
      'SELECT opened_year, closed_year, outcome, miams, sessions, children FROM ev.case_fact',
    )
    expect(facts).toEqual([
      { opened_year: 2026, closed_year: 2026, outcome: 'agreement', miams: '0', sessions: '0', children: '1' },
    ])
  })

  test('first looked at long after its day, still waits to be seen', async () => {
    service.clock.set('2026-11-21T10:00:00Z')
    const caseId = await closedCase()
    await sweepOn(service, folder, '2034-06-01')
    expect(await stateOf(caseId)).toMatchObject({ status: 'provisional', wait_until: '2034-06-29' })
    expect(await sweepOn(service, folder, '2034-06-28')).toMatchObject({ destroyed: { case: 0 } })
    expect(await sweepOn(service, folder, '2034-06-29')).toMatchObject({ destroyed: { case: 1 } })
  })

  test('opened again while its end is shown is put back, and ends by its new closing', async () => {
    service.clock.set('2026-11-21T10:00:00Z')
    const caseId = await closedCase()
    await sweepOn(service, folder, '2033-11-01')
    await reopen(service, office, caseId)
    service.clock.forward('P1D')
    expect(await sweepNow(service, folder)).toMatchObject({ putBack: 1 })
    expect(await stateOf(caseId)).toBeUndefined()
    expect(await tasksOf(caseId)).not.toContain('file-due')
    service.clock.set('2033-12-01T10:00:00Z')
    await close(service, office, caseId)
    expect(await sweepOn(service, folder, '2040-11-02')).toMatchObject({ announced: 0 })
    expect(await sweepOn(service, folder, '2040-11-03')).toMatchObject({ announced: 1 })
    expect(await sweepOn(service, folder, '2040-12-01')).toMatchObject({ destroyed: { case: 1 } })
  })

  test('to which something is added while its end is shown stays, says so, and is shown anew', async () => {
    service.clock.set('2026-11-21T10:00:00Z')
    const caseId = await closedCase()
    await sweepOn(service, folder, '2033-11-01')
    const [person] = await service.look<{ person_id: Id; id: Id }>(
      `SELECT p.person_id, c.id FROM ev.party p JOIN ev.contact_point c USING (person_id) WHERE p.case_id = $1 LIMIT 1`,
      [caseId],
    )
    service.clock.set('2033-11-10T10:00:00Z')
    await service.desk.office.act(
      office.coordinator,
      { purpose: 'booking', deed: 'message.sent', key: newId(), caseId },
      async (scope) => {
        await writeMessage(scope, {
          caseId,
          personId: person?.person_id as Id,
          contactPointId: person?.id as Id,
          zone: 'A',
          channel: 'letter',
          recipient: 'Tess Testcaller',
          template: 'test',
          subject: 'Your question',
          body: 'An answer.',
        })
        return done({})
      },
    )
    expect(await sweepOn(service, folder, '2033-11-21')).toMatchObject({ deferred: 1, destroyed: { case: 0 } })
    expect(await stateOf(caseId)).toMatchObject({ status: 'deferred', reason: 'mail-waiting,new-activity' })
    expect(await tasksOf(caseId)).not.toContain('file-due')
    await service.look(`UPDATE ev.message SET status = 'printed', settled_at = '2033-11-22' WHERE case_id = $1`, [
      caseId,
    ])
    await sweepOn(service, folder, '2033-11-23')
    expect(await stateOf(caseId)).toEqual({ status: 'provisional', reason: null, wait_until: '2033-12-21' })
    expect(await sweepOn(service, folder, '2033-12-21')).toMatchObject({ destroyed: { case: 1 } })
  })
})

describe('an enquiry', () => {
  test('that never became a case ends six months after the last contact', async () => {
    service.clock.set('2041-02-03T10:00:00Z')
    const enquiryId = await callFrom(service, office)
    expect(await sweepOn(service, folder, '2041-07-06')).toMatchObject({ announced: 1 })
    expect(await sweepOn(service, folder, '2041-08-02')).toMatchObject({ destroyed: { enquiry: 0 } })
    expect(await sweepOn(service, folder, '2041-08-03')).toMatchObject({ destroyed: { enquiry: 1 } })
    expect(await service.look('SELECT FROM ev.enquiry WHERE id = $1', [enquiryId])).toEqual([])
    expect(await tasksOf(enquiryId)).toEqual([])
  })

  test('that became a case has no clock of its own', async () => {
    service.clock.set('2041-09-01T10:00:00Z')
    const enquiryId = await callFrom(service, office)
    await sweepOn(service, folder, '2042-02-10')
    expect(await stateOf(enquiryId)).toMatchObject({ status: 'provisional' })
    const caseId = await caseFrom(service, office, folder.keyring, enquiryId)
    await sweepOn(service, folder, '2042-03-02')
    expect(await stateOf(enquiryId)).toBeUndefined()
    expect(await service.look('SELECT FROM ev.enquiry WHERE case_id = $1', [caseId])).toHaveLength(1)
  })
})

describe('what has no end', () => {
  test('is given to a person to look at, again and again', async () => {
    service.clock.set('2050-01-10T10:00:00Z')
    const caseId = await caseFrom(service, office, folder.keyring)
    await sweepOn(service, folder, '2051-01-09')
    expect(await stateOf(caseId)).toBeUndefined()
    await sweepOn(service, folder, '2051-01-10')
    expect(await stateOf(caseId)).toMatchObject({ status: 'review', wait_until: null })
    expect(await tasksOf(caseId)).toContain('review-retention')
    await sweepOn(service, folder, '2051-03-10')
    expect((await tasksOf(caseId)).filter((kind) => kind === 'review-retention')).toHaveLength(1)
    await close(service, office, caseId)
    await sweepOn(service, folder, '2051-03-11')
    expect(await stateOf(caseId)).toBeUndefined()
    expect(await tasksOf(caseId)).not.toContain('review-retention')
  })
})

describe('the checks', () => {
  test('of which none was asked are an error, and everything stays', async () => {
    service.clock.set('2052-01-10T10:00:00Z')
    const caseId = await closedCase()
    service.clock.set('2059-01-10T10:00:00Z')
    const swept = await sweepNow(service, folder, { checks: [] })
    expect(swept.result).toBe('partial')
    expect(swept.failed).toBeGreaterThan(0)
    expect(await isThere(caseId)).toBe(true)
    expect(await stateOf(caseId)).toBeUndefined()
  })

  test('are asked again in the transaction that destroys', async () => {
    service.clock.set('2060-01-10T10:00:00Z')
    const caseId = await closedCase()
    let asked = 0
    const counting: RetentionCheck = {
      name: 'counting',
      of: ['case', 'enquiry'],
      words: 'it is counted',
      yieldsToCap: false,
      staying: staysOneByOne((id) => {
        if (id === caseId) asked++
        return id === caseId && asked > 1
      }),
    }
    for (const day of ['2067-01-01', '2067-02-10']) {
      service.clock.set(`${day}T12:00:00Z`)
      await sweepNow(service, folder, { checks: [counting] })
    }
    expect(asked).toBe(2)
    expect(await isThere(caseId)).toBe(true)
    expect(await stateOf(caseId)).toMatchObject({ status: 'deferred', reason: 'counting' })
  })
})
