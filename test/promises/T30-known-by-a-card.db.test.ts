import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweepAlone } from '../../src/features/retention/index.ts'
import type { Staff } from '../../src/platform/web/route.ts'
import type { CompiledPolicy } from '../../src/policy/index.ts'
import type { Id } from '../../src/values/ids.ts'
import {
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  sweepOn,
  sweepTools,
} from '../support/case-life.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let office: Office
let folder: ServiceFolder
let coordinator: Visitor & { readonly staff: Staff }
let file: { readonly caseId: Id; readonly reference: string }
let refusing: { readonly caseId: Id }

beforeAll(async () => {
  db = await testService({ at: '2026-11-21T10:00:00Z' })
  whole = await wholeService(db)
  office = await officeOf(db)
  folder = await serviceFolder()
  coordinator = await whole.signedIn('coordinator')
  file = await endingFile('Thessaly', 'Quillfeather')
  refusing = await endingFile('Ulla', 'Nightjar')
  await coordinator.send(`/office/cases/${refusing.caseId}/cards`, { side: 'A', wanted: 'no' })
  for (const { caseId } of [file, refusing]) await close(db, office, caseId)
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
  await folder?.remove()
})

/** A case of somebody with everything that a card may hold, and more. */
async function endingFile(given: string, family: string) {
  const caseId = await caseFrom(db, office, whole.service.keyring)
  const [one] = await db.look<{ id: Id }>(`SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'A'`, [
    caseId,
  ])
  await db.look(
    `UPDATE ev.person SET given_name = $2, family_name = $3, former_names = 'Thessaly Wren', known_as = 'Tessy', birth_date = '1981-04-07'
      WHERE id = $1`,
    [one?.id, given, family],
  )
  await db.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE person_id = $1 AND kind = 'email'`, [one?.id])
  const [row] = await db.look<{ reference: string }>('SELECT reference FROM ev.case_file WHERE id = $1', [caseId])
  return { caseId, reference: row?.reference ?? '' }
}

const cards = () =>
  db.look<{ id: Id; reference: string; given_name: string }>('SELECT * FROM ev.returning_card ORDER BY reference')
const found = async (q: string) => wordsOf((await coordinator.send('/office/search', { q })).html)
const open = { topic: 'both', mediator: '', b_given_name: 'Olaf', b_family_name: 'Quillfeather' }

/** She rings, and a case is opened from it by who she is said to be. Answers the case. */
async function comesBack(chosen: string): Promise<string> {
  const call = { given_name: 'Thessaly', family_name: 'Quillfeather', topic: 'both', telephone: '01632 960 100' }
  const at = String((await coordinator.send('/office/enquiries/new', call)).location)
  expect(wordsOf((await coordinator.get(at)).html)).toContain(`file ${file.reference}, closed 21 November 2026`)
  const names = { a_given_name: 'Thessaly', a_family_name: 'Quillfeather' }
  const sent = await coordinator.send(`${at}/open-case`, { ...open, ...names, a_same_as: chosen })
  expect(sent.status).toBe(303)
  return String(sent.location).split('/').at(-1) ?? ''
}

describe('T30: the card is kept for a purpose of its own', () => {
  test('which reads the card and nothing else, by an interest that was weighed and can be objected to', () => {
    const purpose = db.policy.purposes.returningClient
    expect(purpose?.state).toBe('active')
    expect(purpose?.subjects.client?.basis).toMatchObject({ a6: 'legitimateInterests' })
    expect(purpose?.reads).toEqual(['returning.index'])
    expect(purpose?.retention).toEqual(['returning'])
  })

  test('no other purpose reads a card, and this one reads nobody on record', async () => {
    const ask = (purpose: 'recognition' | 'returningClient', statement: string) =>
      db.desk.office.read(coordinator.staff.id, { purpose, deed: 'person.sought' }, (scope) =>
        sql.raw(statement).execute(scope.queries),
      )
    await expect(ask('recognition', 'SELECT given_name FROM ev.returning_card')).rejects.toThrow(/permission denied/)
    await expect(ask('returningClient', 'SELECT given_name FROM ev.person')).rejects.toThrow(/permission denied/)
    await expect(ask('returningClient', 'SELECT discussed FROM ev.session_record')).rejects.toThrow(/permission denied/)
  })

  test('its time is longer than that of the file', () => {
    const { clientFile, returning } = db.policy.retention
    expect([clientFile?.keep, returning?.keep]).toEqual(['P7Y', 'P10Y'])
  })
})

describe('T30: after the file has ended', () => {
  beforeAll(async () => {
    expect(await cards()).toEqual([])
    await sweepOn(db, folder, '2033-10-25')
    await sweepOn(db, folder, '2033-11-22')
    coordinator = await whole.signedIn('coordinator', 'Another coordinator')
  })

  test('a card is left of whoever was here and did not refuse, with name, birth date, contact and file number alone', async () => {
    expect(await db.look('SELECT 1 FROM ev.person')).toEqual([])
    expect(await db.look('SELECT * FROM ev.returning_card')).toEqual([
      expect.objectContaining({
        ...{ given_name: 'Thessaly', family_name: 'Quillfeather', former_names: 'Thessaly Wren' },
        ...{ birth_date: '1981-04-07', reference: file.reference, contact: '+441632960100' },
        ...{ returned_case: null, ended_at: null },
      }),
    ])
    const columns = await db.look<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'ev.returning_card'::regclass AND attnum > 0 AND attgenerated = '' ORDER BY 1`,
    )
    expect(columns.map((it) => it.name).join(' ')).toBe(
      'birth_date closed_on contact ended_at family_name former_names given_name id made_at reference returned_case returned_side',
    )
  })

  test('they are found as everybody is, with why: name, slip, sound, former name, birth date, telephone, file number', async () => {
    const sought = {
      'Thessaly Quillfeather': 'same name',
      'Quillfeather Thessaly': 'same names in another order',
      'Thessaly Quilfeather': 'name one slip away',
      'Thesaly Kwillfether': 'name sounds alike',
      'Thessaly Wren': 'former name',
      '7 April 1981': 'same date of birth',
      '01632 960 100': 'same telephone',
      [file.reference]: 'this number',
    }
    for (const [q, why] of Object.entries(sought)) {
      const words = await found(q)
      expect(words, q).toContain(`Was here before, file ${file.reference}, closed 21 November 2026`)
      expect(words, q).toContain(why)
    }
    expect(await found('tess@example.org')).toContain('We know nobody like that')
    expect(await found('Ulla Nightjar')).not.toContain('Was here before')
  })

  test('a mediator and a supervisor do not see it, and nobody outside the office', async () => {
    for (const role of ['mediator', 'supervisor'] as const) {
      const other = await whole.signedIn(role)
      const words = wordsOf((await other.send('/office/search', { q: 'Thessaly Quillfeather' })).html)
      expect(words).not.toContain('Was here before')
      const [card] = await cards()
      expect((await other.get(`/office/cards/${card?.id}`)).status).not.toBe(200)
    }
  })

  test('an enquiry of theirs starts anew: the earlier file is noted, and nothing else goes over', async () => {
    const [card] = await cards()
    const caseId = await comesBack(`card-${card?.id}`)
    const [person] = await db.look(
      `SELECT given_name, former_names, birth_date FROM ev.person JOIN ev.party ON person_id = person.id WHERE case_id = $1 AND side = 'A'`,
      [caseId],
    )
    expect(person).toEqual({ given_name: 'Thessaly', former_names: null, birth_date: null })
    const words = wordsOf((await coordinator.get(`/office/cases/${caseId}/cards`)).html)
    expect(words).toContain(`Was here before, file ${file.reference}, closed 21 November 2026`)
    await close(db, office, caseId as Id)
  })

  test('when that file ends too, one card tells of the newer; of another that ends with it there is one of its own', async () => {
    const before = await cards()
    const other = await endingFile('Ida', 'Marlow')
    await close(db, office, other.caseId)
    await sweepOn(db, folder, '2036-11-20')
    expect(await cards()).toHaveLength(1)
    await db.look(`UPDATE ev.returning_card SET closed_on = '2033-11-22'`)
    await sweepOn(db, folder, '2040-10-26')
    await sweepOn(db, folder, '2040-11-23')
    const others = await db.look('DELETE FROM ev.returning_card WHERE reference = $1 RETURNING *', [other.reference])
    expect(others).toEqual([expect.objectContaining({ given_name: 'Ida', returned_case: null })])
    const after = await cards()
    expect(after.map((it) => it.id)).toEqual(before.map((it) => it.id))
    expect(after[0]?.reference).not.toBe(file.reference)
  })
})

describe('T30: the card ends', () => {
  test('by its own clock, after the file, with a certificate and a line in the journal, and is known no more', async () => {
    const [card] = await cards()
    expect(await sweepOn(db, folder, '2043-11-22')).toMatchObject({ small: {} })
    expect(await cards()).toHaveLength(1)
    expect(await sweepOn(db, folder, '2043-11-23')).toMatchObject({ small: { returning: 1 } })
    expect(await cards()).toEqual([])
    const certificates = await db.look(
      'SELECT aggregate, rule, due_on::text AS due, row_counts FROM ev.destruction_certificate WHERE id = $1',
      [card?.id],
    )
    expect(certificates).toEqual([
      { aggregate: 'returning', rule: 'returning', due: '2043-11-22', row_counts: { returning_card: 1 } },
    ])
    const lines = (await readFile(folder.journalPath, 'utf8'))
      .split('\n')
      .filter((line) => line.includes(`${card?.id}`))
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toContain('Quillfeather')
    const privacyOfficer = await whole.signedIn('privacyOfficer')
    const page = await privacyOfficer.get(`/office/retention/certificates/${card?.id}`)
    expect(wordsOf(page.html)).toContain('a card by which somebody was known again was destroyed')
  })

  test('by hand: nobody finds it from then on, and the next sweep destroys it', async () => {
    await db.look(
      `INSERT INTO ev.returning_card (given_name, family_name, contact, reference, closed_on) VALUES ('Vera', 'Dunlin', '', 'C-1', '2040-01-01')`,
    )
    coordinator = await whole.signedIn('coordinator', 'A third coordinator')
    const [card] = await cards()
    expect(await found('Vera Dunlin')).toContain('Was here before, file C-1')
    expect((await coordinator.send(`/office/cards/${card?.id}`, {}, `/office/cards/${card?.id}/end`)).status).toBe(303)
    expect(await found('Vera Dunlin')).toContain('We know nobody like that')
    expect((await coordinator.get(`/office/cards/${card?.id}`)).status).toBe(404)
    expect(await sweepOn(db, folder, '2043-11-24')).toMatchObject({ small: { returning: 1 } })
    expect(await cards()).toEqual([])
  })

  test('with all others, when the policy stops keeping cards: none is left that nobody can look at', async () => {
    await db.look(
      `INSERT INTO ev.returning_card (given_name, family_name, contact, reference, closed_on) VALUES ('Vera', 'Dunlin', '', 'C-1', '2043-01-01')`,
    )
    const tools = await sweepTools(db, folder)
    const keepsNone = JSON.parse(JSON.stringify(db.policy)) as CompiledPolicy
    Object.assign(keepsNone.purposes.returningClient ?? {}, { state: 'planned' })
    expect(await sweepAlone(db.desk.worker, tools)).toMatchObject({ small: {} })
    expect(await cards()).toHaveLength(1)
    expect(await sweepAlone(db.desk.worker, { ...tools, policy: keepsNone })).toMatchObject({ small: { returning: 1 } })
    expect(await cards()).toEqual([])
  })
})
