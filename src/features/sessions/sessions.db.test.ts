import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestCase } from '../../../test/support/a-case.ts'
import { bothSign } from '../../../test/support/both-sign.ts'
import { type FileGround, fileGround } from '../../../test/support/file-ground.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Staff } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { type Id, newId } from '../../values/ids.ts'
import type { Zone } from '../files/index.ts'
import { type MiamToRecord, recordMiam } from './actions/record-miam.ts'
import { recordScreening } from './actions/record-screening.ts'
import { recordSession, type SessionToRecord } from './actions/record-session.ts'
import { writeSummary } from './actions/write-summary.ts'

let service: TestService
let ground: FileGround
let mediator: Staff
let other: Staff
let supervisor: Staff
let it: TestCase
beforeAll(async () => {
  service = await testService()
  ground = await fileGround(service)
  mediator = await service.staff('mediator', 'Ruth Iqbal')
  other = await service.staff('mediator', 'Owen Price')
  supervisor = await service.staff('supervisor', 'Grace Lund')
})
beforeEach(async () => {
  it = await ground.aCaseWithKey({ mediator: mediator.id })
  await bothSign(service, it.caseId)
})
afterAll(async () => {
  await service.end()
  await ground.end()
})

const heldOn = Temporal.PlainDate.from('2026-11-20')
const miam = (more: Partial<MiamToRecord> = {}): MiamToRecord => ({
  ...{ key: newId(), caseId: it.caseId, side: 'A', appointmentId: null, legalQuality: 'without_prejudice', heldOn },
  ...{ information_given: 'ways', benefits_explained: 'gains', way_suited: 'shuttle', how_to_proceed: 'next' },
  suitable: 'yes',
  ...more,
})
const session = (more: Partial<SessionToRecord> = {}): SessionToRecord => ({
  ...{ key: newId(), caseId: it.caseId, zone: 'both', appointmentId: null, legalQuality: 'without_prejudice', heldOn },
  ...{ way: 'joint', discussed: 'weekends', agreed: '' },
  ...more,
})
const office = () => service.desk.office
const recorded = async (more: Partial<MiamToRecord> = {}): Promise<Id> => {
  const outcome = await recordMiam(office(), mediator.id, miam(more))
  if (!outcome.done) throw new Error(outcome.reason)
  return outcome.value.miamId as Id
}
const risk = (miamId: Id, more: object = {}) => {
  const words = { abuseRisk: 'afraid of the dog', childRisk: 'none found' }
  return { key: newId(), caseId: it.caseId, miamId, side: 'A', ...words, ...more } as const
}
const refusedBy = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
const closeCase = () =>
  service.look(
    `UPDATE ev.case_file SET status = 'closed', closed_on = '2026-11-21', outcome = 'withdrawn' WHERE id = $1`,
    [it.caseId],
  )

describe('a MIAM', () => {
  test('is recorded once, in the zone of its party, by whoever wrote it', async () => {
    const input = miam({ side: 'B' })
    const answers = await Promise.all([1, 2, 3].map(() => recordMiam(office(), mediator.id, input)))
    expect(new Set(answers.map((answer) => answer.done && answer.value.miamId)).size).toBe(1)
    const rows = await service.look('SELECT zone, party_id, author FROM ev.miam_record WHERE case_id = $1', [it.caseId])
    expect(rows).toEqual([{ zone: 'B', party_id: it.B.partyId, author: mediator.id }])
  })

  test('keeps its risks for a purpose that reads nothing else and that nothing else reads', async () => {
    const miamId = await recorded()
    expect((await recordScreening(office(), mediator.id, risk(miamId))).done).toBe(true)
    const read = (who: Id, purpose: PurposeKey, area: 'office' | 'portal' = 'office') =>
      service.desk[area].read(who, { purpose, deed: 'screening.opened' }, ({ queries }) =>
        queries.selectFrom('screening').select('abuse_risk').where('miam_record_id', '=', miamId).execute(),
      )
    for (const who of [mediator, supervisor])
      expect(await read(who.id, 'screening')).toEqual([{ abuse_risk: 'afraid of the dog' }])
    expect(await read(other.id, 'screening')).toEqual([])
    const coordinator = await service.staff('coordinator')
    expect(await read(coordinator.id, 'screening')).toEqual([])
    for (const purpose of ['mediation', 'booking'] as const)
      expect(await refusedBy(read(mediator.id, purpose))).toBe('42501')
    expect(await refusedBy(read(it.A.personId, 'mediation', 'portal'))).toBe('42501')
  })

  test('has its risks recorded once, and only under its own party and case', async () => {
    const miamId = await recorded()
    const record = (more: object) => recordScreening(office(), mediator.id, risk(miamId, more))
    expect(await record({ side: 'B' })).toEqual({ done: false, reason: 'miam.missing' })
    expect(await record({ miamId: newId() })).toEqual({ done: false, reason: 'miam.missing' })
    expect((await record({})).done).toBe(true)
    expect(await record({})).toEqual({ done: false, reason: 'screening.recorded' })
  })
})

describe('zones', () => {
  test('a party sees what is theirs and what is joint, and nothing else', async () => {
    await recorded({ side: 'A' })
    await recorded({ side: 'B' })
    for (const zone of ['A', 'B', 'both', 'office'] satisfies Zone[]) {
      await recordSession(office(), mediator.id, session({ zone, discussed: `session ${zone}` }))
      const words = { sessionId: null, legalQuality: 'open', summary: `summary ${zone}` } as const
      await writeSummary(office(), mediator.id, { key: newId(), caseId: it.caseId, zone, ...words })
    }
    const seenBy = (person: Id) =>
      service.desk.portal.read(person, { purpose: 'mediation', deed: 'session.listed' }, async ({ queries }) => ({
        miams: (await queries.selectFrom('miam_record').select('zone').execute()).map((row) => row.zone),
        sessions: (await queries.selectFrom('session_record').select('discussed').execute()).map(
          (row) => row.discussed,
        ),
        summaries: (await queries.selectFrom('session_summary').select('summary').execute()).map((row) => row.summary),
      }))
    expect(await seenBy(it.A.personId)).toEqual({
      miams: ['A'],
      sessions: ['session A', 'session both'],
      summaries: ['summary A', 'summary both'],
    })
    expect(await seenBy(it.B.personId)).toEqual({
      miams: ['B'],
      sessions: ['session B', 'session both'],
      summaries: ['summary B', 'summary both'],
    })
    expect(await seenBy(newId())).toEqual({ miams: [], sessions: [], summaries: [] })
  })

  test('a summary cannot be of a session of another zone, or of another case', async () => {
    const of = async (zone: Zone) => {
      const outcome = await recordSession(office(), mediator.id, session({ zone }))
      return (outcome.done ? outcome.value.sessionId : '') as Id
    }
    const summary = (zone: Zone, sessionId: Id) =>
      writeSummary(office(), mediator.id, {
        ...{ key: newId(), caseId: it.caseId, zone, sessionId, legalQuality: 'open', summary: 'They agree.' },
      })
    const sessionOfA = await of('A')
    expect(await summary('both', sessionOfA)).toEqual({ done: false, reason: 'session.missing' })
    expect((await summary('A', sessionOfA)).done).toBe(true)
    it = await ground.aCaseWithKey({ mediator: mediator.id })
    await bothSign(service, it.caseId)
    expect(await summary('A', sessionOfA)).toEqual({ done: false, reason: 'session.missing' })
  })

  test('somebody else’s case, no case and a closed case take no record', async () => {
    const theirs = (await ground.aCaseWithKey({ mediator: other.id })).caseId
    for (const caseId of [theirs, newId()]) {
      expect(await recordMiam(office(), mediator.id, miam({ caseId }))).toEqual({ done: false, reason: 'case.missing' })
      expect(await recordSession(office(), mediator.id, session({ caseId }))).toMatchObject({ reason: 'case.missing' })
    }
    await closeCase()
    expect(await recordMiam(office(), mediator.id, miam())).toEqual({ done: false, reason: 'case.closed' })
    expect(await recordSession(office(), mediator.id, session())).toEqual({ done: false, reason: 'case.closed' })
  })
})

test('writing a meeting up finishes the task that asked for it, and only with an appointment of the case', async () => {
  const appointmentId = newId()
  const appointment = `INSERT INTO ev.appointment (id, case_id, kind, zone, mediator_id, means, starts_at, ends_at)
                       VALUES ($1, $2, 'miam', 'A', $3, 'telephone', '2026-11-20T10:00Z', '2026-11-20T11:00Z')`
  await service.look(appointment, [appointmentId, it.caseId, mediator.id])
  const task = `INSERT INTO ev.task (kind, case_id, subject_id, for_role, due_on) VALUES ('write-up', $1, $2, 'mediator', '2026-11-23')`
  await service.look(task, [it.caseId, appointmentId])
  await recorded({ appointmentId })
  const waiting = await service.look('SELECT FROM ev.task WHERE subject_id = $1 AND done_at IS NULL', [appointmentId])
  expect(waiting).toEqual([])
  it = await ground.aCaseWithKey({ mediator: mediator.id })
  await bothSign(service, it.caseId)
  const elsewhere = await recordMiam(office(), mediator.id, miam({ appointmentId }))
  expect(elsewhere).toEqual({ done: false, reason: 'appointment.missing' })
})
