import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callFrom, caseFrom, type Office, officeOf } from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Visitor, wordsOf } from '../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import { addSafeContact, nothingSaid, type SafeContact } from '../../features/people/index.ts'
import { addTask, type NewTask } from '../../features/tasks/index.ts'
import { type Id, newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'

let db: TestService
let whole: WholeService
let office: Office
let coordinator: Visitor
let caseId: Id
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  office = await officeOf(db)
  coordinator = await whole.signedIn('coordinator')
  caseId = await caseFrom(db, office, whole.service.keyring)
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})
beforeEach(() => db.look('DELETE FROM ev.task'))

const act = (work: Parameters<TestService['desk']['office']['act']>[2]) =>
  db.desk.office.act(office.coordinator, { purpose: 'booking', deed: 'task.made', key: newId() }, work)
const make = (task: Pick<NewTask, 'kind' | 'caseId' | 'enquiryId' | 'subjectId'>) =>
  act(async (scope) => done({ id: await addTask(scope, { ...task, forRole: 'coordinator', dueOn: '2026-11-20' }) }))
const personOn = async (side: 'A' | 'B') =>
  (
    await db.look<{ id: Id }>('SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2', [caseId, side])
  )[0]?.id as Id
const say = async (said: Partial<SafeContact>) => {
  const personId = await personOn('A')
  const seen = await db.look('SELECT FROM ev.safe_contact WHERE person_id = $1', [personId])
  const how = { seen: seen.length, saidBy: 'self', saidOn: '2026-11-20', reason: null } as const
  await act(async (scope) => {
    await addSafeContact(scope, personId, { ...nothingSaid, ...said, ...how })
    return done({})
  })
}
const today = async () => wordsOf((await coordinator.get('/office/today')).html)

test('Today says of each call when it is safe, and what to mind', async () => {
  await make({ kind: 'confirm-details', caseId, subjectId: await personOn('A') })
  expect(await today()).toContain('Tess: Safe to ring, hours not asked; leave no message')
  await say({ safeDays: 'Mon', safeFrom: '18:00', safeUntil: '20:00', whoMayAnswer: 'Her sister', codeWord: 'Heron' })
  const words = await today()
  expect(words).toContain('Tess: Safe to ring Mon, 18:00 to 20:00; not now, again from 18:00 ')
  expect(words).toContain('who may answer: Her sister; there is a code word')
  expect(words).not.toContain('Heron')
  expect(words).not.toContain('Otto')
})

test('what names nobody says it of both parties, and honestly of the one of whom nobody knows', async () => {
  await say({ telephone: 'unsafe' })
  await make({ kind: 'follow-up', caseId, subjectId: newId() })
  expect(await today()).toContain('Tess: Do not ring: it is not safe')
  expect(await today()).toContain('Otto: No number held')
})

test('of an enquiry it says what the one who got in touch said', async () => {
  await make({ kind: 'call-back', enquiryId: await callFrom(db, office) })
  expect(await today()).toContain('Safe to ring, hours not asked; leave no message')
})

test('what is not done by telephone says nothing of it', async () => {
  await make({ kind: 'appoint-mediator', caseId })
  expect(await today()).not.toContain('ring')
})
