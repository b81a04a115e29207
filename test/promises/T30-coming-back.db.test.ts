import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knownAlready, readSearch } from '../../src/features/matching/index.ts'
import type { Staff } from '../../src/platform/web/route.ts'
import type { Id } from '../../src/values/ids.ts'
import {
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  sweepOn,
} from '../support/case-life.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let office: Office
let folder: ServiceFolder
let coordinator: Visitor & { readonly staff: Staff }
beforeAll(async () => {
  db = await testService({ at: '2026-11-21T10:00:00Z' })
  whole = await wholeService(db)
  office = await officeOf(db)
  folder = await serviceFolder()
  coordinator = await whole.signedIn('coordinator')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
  await folder?.remove()
})

/** Tess Testcaller with a case that is over. */
async function earlier(): Promise<{
  readonly caseId: Id
  readonly reference: string
  readonly tess: Id
  readonly otto: Id
}> {
  const caseId = await caseFrom(db, office, whole.service.keyring)
  const people = await db.look<{ id: Id }>('SELECT person_id AS id FROM ev.party WHERE case_id = $1 ORDER BY side', [
    caseId,
  ])
  const [tess, otto] = people.map((it) => it.id) as [Id, Id]
  await db.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE person_id = $1 AND kind = 'email'`, [tess])
  await db.look(
    `INSERT INTO ev.safe_contact (person_id, version, telephone, text_message, letter, said_by, said_on)
     VALUES ($1, 1, 'safe', 'safe', 'unsafe', 'self', '2026-11-01')`,
    [tess],
  )
  await close(db, office, caseId)
  const [file] = await db.look<{ reference: string }>('SELECT reference FROM ev.case_file WHERE id = $1', [caseId])
  return { caseId, reference: file?.reference ?? '', tess, otto }
}

const call = { given_name: 'Tess', family_name: 'Testcaller', topic: 'both', other_given_name: 'Otto' }
/** She rings again; answers the address of her enquiry. */
async function ringsAgain(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const sent = await coordinator.send('/office/enquiries/new', { ...call, ...more })
  return String(sent.location)
}
const opening = {
  ...{ a_given_name: 'Tess', a_family_name: 'Testcaller', b_given_name: 'Otto', b_family_name: 'Testcaller' },
  ...{ topic: 'both', mediator: '' },
}

describe('T30: somebody who comes back is known', () => {
  test('for a purpose of its own, with a basis that was weighed and no more than who they are and which file', async () => {
    const purpose = db.policy.purposes.recognition
    expect(purpose?.state).toBe('active')
    expect(purpose?.subjects.client?.basis).toMatchObject({ a6: 'legitimateInterests' })
    const reads = [
      'case.record',
      'case.screening',
      'case.document',
      'party.whereabouts',
      'party.needs',
      'enquiry.account',
    ]
    for (const category of reads) expect(purpose?.reads).not.toContain(category)
    const told = db.desk.office.read(coordinator.staff.id, { purpose: 'recognition', deed: 'person.sought' }, (scope) =>
      sql`SELECT discussed FROM ev.session_record`.execute(scope.queries),
    )
    await expect(told).rejects.toThrow(/permission denied/)
  })

  test('when they ring, and when a case is opened: by name and number, with the file of before', async () => {
    const { reference, tess } = await earlier()
    const at = await ringsAgain({ telephone: '01632 960 100' })
    expect(wordsOf((await coordinator.get(at)).html)).toContain(`Party A in case ${reference} (closed)`)
    const form = await coordinator.get(`${at}/open-case`)
    expect(form.html).toContain(`value="${tess}"`)
    expect(wordsOf(form.html)).toMatch(
      new RegExp(`Tess Testcaller: Party A in case ${reference} \\(closed\\). Why: same telephone, same name`),
    )
  })
})

describe('T30: the earlier case is linked', () => {
  test('once the coordinator says that it is the same person, and what was safe is asked again', async () => {
    const { caseId, tess, otto } = await earlier()
    const at = await ringsAgain({
      telephone: '01632 960 555',
      telephone_safety: 'safe',
      email: 'tess@example.org',
      email_safety: 'safe',
    })
    const sent = await coordinator.send(`${at}/open-case`, {
      ...opening,
      ...{ a_family_name: 'Newname', a_same_as: tess, b_same_as: otto },
    })
    expect(sent.status).toBe(303)
    const files = await db.look<{ case_id: Id }>('SELECT case_id FROM ev.party WHERE person_id = $1', [tess])
    expect(files).toHaveLength(2)
    expect(files.map((it) => it.case_id)).toContain(caseId)
    const [person] = await db.look('SELECT family_name, former_names FROM ev.person WHERE id = $1', [tess])
    expect(person).toEqual({ family_name: 'Newname', former_names: 'Tess Testcaller' })
    const points = await db.look(
      `SELECT value, safety FROM ev.contact_point WHERE person_id = $1 AND ended_at IS NULL ORDER BY value`,
      [tess],
    )
    expect(points).toEqual([
      { value: '01632 960 100', safety: 'not_asked' },
      { value: '01632 960 555', safety: 'safe' },
      { value: 'tess@example.org', safety: 'unsafe' },
    ])
    const [card] = await db.look(
      'SELECT telephone, text_message, letter FROM ev.safe_contact WHERE person_id = $1 ORDER BY version DESC',
      [tess],
    )
    expect(card).toEqual({ telephone: 'not_asked', text_message: 'not_asked', letter: 'unsafe' })
    const tasks = await db.look(
      `SELECT 1 FROM ev.task WHERE kind = 'confirm-details' AND subject_id = $1 AND done_at IS NULL`,
      [tess],
    )
    expect(tasks).toHaveLength(1)
  })

  test('never by itself: without that word they are somebody new', async () => {
    const { tess } = await earlier()
    const at = await ringsAgain({ telephone: '01632 960 100' })
    expect((await coordinator.send(`${at}/open-case`, opening)).status).toBe(303)
    const files = await db.look('SELECT 1 FROM ev.party WHERE person_id = $1', [tess])
    expect(files).toHaveLength(1)
  })

  test('one person is not both parties, and nobody is chosen who is not there', async () => {
    const { tess } = await earlier()
    const at = await ringsAgain()
    const twice = await coordinator.send(`${at}/open-case`, { ...opening, a_same_as: tess, b_same_as: tess })
    expect(twice.status).toBe(422)
    expect(wordsOf(twice.html)).toContain('The two parties are two people')
    const nobody = { ...opening, a_same_as: '3f1f0f3e-0000-4000-8000-000000000000' }
    expect((await coordinator.send(`${at}/open-case`, nobody)).status).toBe(422)
  })

  test('and the file of before stays closed to the mediator of the new one', async () => {
    const { caseId, tess } = await earlier()
    const mediator = await whole.signedIn('mediator', 'Another mediator')
    const at = await ringsAgain()
    const sent = await coordinator.send(`${at}/open-case`, { ...opening, a_same_as: tess, mediator: mediator.staff.id })
    expect(sent.status).toBe(303)
    expect((await mediator.get(String(sent.location))).status).toBe(200)
    expect((await mediator.get(`/office/cases/${caseId}`)).status).toBe(404)
  })
})

test('T30: within its time: who was destroyed with their file is known no more', async () => {
  await db.look(`UPDATE ev.person SET given_name = 'Thessaly', family_name = 'Quillfeather' WHERE id = $1`, [
    (await earlier()).tess,
  ])
  const known = () =>
    db.desk.office.read(coordinator.staff.id, { purpose: 'recognition', deed: 'person.sought' }, (scope) =>
      knownAlready(scope, readSearch('Thessaly Quillfeather')),
    )
  expect((await known()).filter((it) => it.source === 'party')).toHaveLength(1)
  await sweepOn(db, folder, '2033-10-25')
  await sweepOn(db, folder, '2033-11-22')
  expect(await known()).toEqual([])
})
