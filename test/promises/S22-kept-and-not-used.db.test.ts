import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { announceLifting, liftRestriction, restrict } from '../../src/features/endings/index.ts'
import { closeRequest } from '../../src/features/requests/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { undoubted } from '../support/a-request.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { pagesOfParty } from '../support/pages-of-a-party.ts'
import { reachOf, type StaffOfRoles } from '../support/parts-of-a-party.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../support/two-party-file.ts'

let day: OfficeDay
let file: TwoPartyFile
let requestId: Id
let officer: Id
const staff: StaffOfRoles = {}
const voice = async () => ({ serviceName: 'Test', contact: { email: '', telephone: '' } }) as never
const tools = () => ({ policy: day.db.policy, voice })
const key = () => ({ key: newId(), requestId })

beforeAll(async () => {
  day = await officeDay()
  officer = day.office.privacyOfficer
  file = await fileWithTwoParties(day.db, day.office.mediator)
  await day.db.look(`UPDATE ev.person SET given_name = 'Quill', family_name = 'Feather' WHERE id = $1`, [file.personA])
  Object.assign(staff, {
    ...{ mediator: day.office.mediator, coordinator: day.office.coordinator, privacyOfficer: officer },
    supervisor: (await day.db.staff('supervisor')).id,
    administrator: (await day.db.staff('administrator')).id,
  })
  requestId = await undoubted(day.db, officer, file.personA, 'restriction')
})
afterAll(() => day?.end())

const parties = () => ({ people: { A: file.personA, B: file.personB }, caseId: file.caseId })
const place = (covers: 'everything' | 'file') =>
  restrict(day.db.desk.office, tools(), officer, { ...key(), covers, ground: 'accuracy', told: 'spoken' })
const standing = async () => {
  const [row] = await day.db.look<{ id: Id }>('SELECT id FROM ev.restriction WHERE lifted_at IS NULL')
  return row?.id as Id
}

const sought = async (q: string) => (await day.coordinator.send('/office/today', { q }, '/office/search')).html

/** Purposes under which it is still reached: the database names them by role. */
const reaches = / (retention|rights|legalClaims|safeguarding|accountability|merging) /

describe('S22: kept and not used', () => {
  test('no purpose reaches what is restricted, and the other party’s is as it was', async () => {
    const before = await reachOf(day.db, parties(), staff)
    const other = await day.whole.partyIn(file.personB)
    const pages = await pagesOfParty(day.whole, other)
    expect(await place('everything')).toMatchObject({ done: true })
    const after = await reachOf(day.db, parties(), staff)
    const carried = /^system \w+ (message|person|party|contact_point|safe_contact|details_confirmed)$/
    const named = Object.entries(before).filter(([name, [a]]) => a > 0 && !reaches.test(name) && !carried.test(name))
    expect(named.length).toBeGreaterThan(20)
    for (const [name, [, b]] of named) expect([name, ...(after[name] ?? [])]).toEqual([name, 0, b])
    for (const [name, [, b]] of Object.entries(before)) expect([name, after[name]?.[1]]).toEqual([name, b])
    expect(await pagesOfParty(day.whole, other)).toEqual(pages)
  })

  test('it is found by no search and stands on no page of the office', async () => {
    const { coordinator, mediator } = day
    for (const browser of [coordinator, mediator]) {
      const page = await browser.get(`/office/cases/${file.caseId}`)
      expect(page.status).toBe(200)
      expect(page.html).toContain('Party B')
      expect(page.html).not.toContain('Feather')
      expect(page.html).not.toContain('Summed up in A')
      expect((await browser.get(`/office/cases/${file.caseId}/people/${file.personA}`)).status).toBe(404)
    }
    for (const q of ['Feather', 'a@party.example']) expect(await sought(q)).not.toContain(file.caseId)
    expect(await sought('b@party.example')).toContain(file.caseId)
  })

  test('it is not used again before its person was told', async () => {
    const { office } = day.db.desk
    const restrictionId = await standing()
    expect(await liftRestriction(office, tools(), officer, { ...key(), restrictionId })).toEqual({
      ...{ done: false, reason: 'not_told' },
    })
    const past = day.db.look('UPDATE ev.restriction SET lifted_at = ev.service_now(), lifted_by = placed_by')
    await expect(past).rejects.toMatchObject({ constraint: 'restriction_told_first' })
    await expect(day.db.look(`UPDATE ev.restriction SET covers = 'file'`)).rejects.toThrow('told of and lifted')
    await closeRequest(office, officer, { ...key(), outcome: 'done', note: null })
    expect(await announceLifting(office, tools(), officer, { ...key(), restrictionId, told: 'spoken' })).toMatchObject({
      done: true,
    })
    expect(await liftRestriction(office, tools(), officer, { ...key(), restrictionId })).toMatchObject({ done: true })
    expect((await day.mediator.get(`/office/cases/${file.caseId}`)).html).toContain('Feather')
    expect(await sought('a@party.example')).toContain(file.caseId)
  })

  test('no letter is written that nobody may see to post it: they are told by somebody', async () => {
    requestId = await undoubted(day.db, officer, file.personA, 'restriction')
    await day.db.look(`UPDATE ev.contact_point SET ended_at = ev.service_now() WHERE person_id = $1`, [file.personA])
    await day.db.look(
      `INSERT INTO ev.contact_point (person_id, kind, source, safety, made_at)
       VALUES ($1, 'address', 'self', 'safe', ev.service_now() - interval '1 year')`,
      [file.personA],
    )
    const placed = (told: 'written' | 'spoken') =>
      restrict(day.db.desk.office, tools(), officer, { ...key(), covers: 'file', ground: 'accuracy', told })
    expect(await placed('written')).toEqual({ done: false, reason: 'no_way' })
    expect(await day.db.look('SELECT FROM ev.restriction WHERE request_id = $1', [requestId])).toEqual([])
    expect(await placed('spoken')).toMatchObject({ done: true })
    const restrictionId = await standing()
    const end = (told: 'written' | 'spoken') =>
      announceLifting(day.db.desk.office, tools(), officer, { ...key(), restrictionId, told })
    expect(await end('written')).toEqual({ done: false, reason: 'no_way' })
    expect(await end('spoken')).toMatchObject({ done: true })
    expect(await liftRestriction(day.db.desk.office, tools(), officer, { ...key(), restrictionId })).toMatchObject({
      done: true,
    })
    await closeRequest(day.db.desk.office, officer, { ...key(), outcome: 'done', note: null })
  })

  test('where the file alone is kept from use, they are still written to', async () => {
    requestId = await undoubted(day.db, officer, file.personA, 'restriction')
    expect(await place('file')).toMatchObject({ done: true })
    expect(await place('file')).toEqual({ done: false, reason: 'twice' })
    const page = await day.mediator.get(`/office/cases/${file.caseId}`)
    expect(page.html).toContain('Feather')
    expect(page.html).not.toContain('Summed up in A')
  })
})
