import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCase } from '../../src/features/cases/index.ts'
import { announceLifting, type Ground, liftRestriction, restrict } from '../../src/features/endings/index.ts'
import { closeRequest } from '../../src/features/requests/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { endRequest, undoubted } from '../support/a-request.ts'
import { anEnquirer } from '../support/an-enquirer.ts'
import { type ServiceFolder, serviceFolder, sweepOn } from '../support/case-life.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { reachOfRows, rowsOfEnquiry, type StaffOfRoles } from '../support/parts-of-a-party.ts'
import { wordsOf } from '../support/visitor.ts'

// Nira rang once and never came. Tam did too, and is the other of whom nothing may change.
let day: OfficeDay
let folder: ServiceFolder
let officer: Id
let enquiry: Id
let others: Id
let letter: Id
let requestId: Id
const link = 'a-link-of-forty-characters-and-then-some-'
const staff: StaffOfRoles = {}

beforeAll(async () => {
  day = await officeDay()
  folder = await serviceFolder()
  officer = day.office.privacyOfficer
  Object.assign(staff, {
    ...{ mediator: day.office.mediator, coordinator: day.office.coordinator, privacyOfficer: officer },
    supervisor: (await day.db.staff('supervisor')).id,
    administrator: (await day.db.staff('administrator')).id,
  })
  const rang = async (given: string, number: number) =>
    anEnquirer(day.db, day.office.coordinator, {
      ...{ given, email: `${given.toLowerCase()}@mail.example`, message: `Qz${given} told` },
      telephone: [`01632 960 ${number}`, `441632960${number}`],
    })
  enquiry = await rang('Nira', 301)
  others = await rang('Tam', 302)
  // What they gave stood before they asked: it is by that that they are written to.
  await day.db.look(
    `UPDATE ev.enquiry SET received_at = '2026-10-02T10:00:00Z', received_on = '2026-10-02' WHERE family_name = 'Larch'`,
  )
  letter = await belongings(enquiry, link)
  await belongings(others, 'another')
  requestId = await undoubted(day.db, officer, enquiry, 'restriction')
})
afterAll(async () => {
  await day?.end()
  await folder?.remove()
})

/** What hangs on an enquiry: who referred them, a letter to them, what came from them, what they agreed to. */
async function belongings(of: Id, progress: string): Promise<Id> {
  const referrer = `'Priya Marl', 'solicitor', 'Marl & Teal', 'priya@marl.example'`
  const hash = createHash('sha256').update(progress).digest('hex')
  await day.db.look(
    `INSERT INTO ev.referral (enquiry_id, link_hash, name, work, organisation, email) VALUES ($1, decode($2, 'hex'), ${referrer})`,
    [of, hash],
  )
  await day.db.look(
    `INSERT INTO ev.task (kind, enquiry_id, for_role, due_on) VALUES ('call-back', $1, 'coordinator', '2026-11-30')`,
    [of],
  )
  await day.db.look('INSERT INTO ev.consent_subject (enquiry_id) VALUES ($1)', [of])
  await day.db.look(
    `INSERT INTO ev.post (medium, kind, status, enquiry_id, sender_name, subject, body, dated) VALUES ('email', 'message', 'enquiry', $1, 'Larch', 'Hello', 'Qz post', '2026-11-20')`,
    [of],
  )
  const [row] = await day.db.look<{ id: Id }>(
    `INSERT INTO ev.message (enquiry_id, zone, channel, template, recipient, subject, body)
     VALUES ($1, 'office', 'letter', 'enquiry-received', 'Larch', 'We have your message', 'Hello') RETURNING id`,
    [of],
  )
  return row?.id as Id
}

const voice = async () => ({ serviceName: 'Test', contact: { email: '', telephone: '' } }) as never
const tools = () => ({ policy: day.db.policy, voice })
const key = () => ({ key: newId(), requestId })
const place = (ground: Ground, told: 'written' | 'spoken' = 'spoken') =>
  restrict(day.db.desk.office, tools(), officer, { ...key(), covers: 'enquiry', ground, told })
const standing = async () => {
  const [row] = await day.db.look<{ id: Id }>('SELECT id FROM ev.restriction WHERE lifted_at IS NULL')
  return row?.id as Id
}
async function endIt(): Promise<void> {
  const restrictionId = await standing()
  const { office } = day.db.desk
  expect(await announceLifting(office, tools(), officer, { ...key(), restrictionId, told: 'spoken' })).toMatchObject({
    done: true,
  })
  expect(await liftRestriction(office, tools(), officer, { ...key(), restrictionId })).toMatchObject({ done: true })
}
const reach = () => reachOfRows(day.db, (table, side) => rowsOfEnquiry(table, side === 'A' ? enquiry : others), staff)
const path = () => `/office/enquiries/${enquiry}`
const sought = async (q: string) => (await day.coordinator.send('/office/today', { q }, '/office/search')).html
const answer = async () => wordsOf((await day.coordinator.get(`/office/requests/${requestId}/answer`)).html)

/** Purposes under which it is still reached: the database names them by role. */
const reaches = / (retention|rights|legalClaims|safeguarding|accountability|merging) /

describe('S22: the enquiry of somebody who never came is kept and not used', () => {
  test('no purpose of the office or the worker reaches it or what hangs on it, and another’s is as it was', async () => {
    const before = await reach()
    expect(await place('accuracy')).toMatchObject({ done: true })
    const after = await reach()
    const named = Object.entries(before).filter(([name, [a]]) => a > 0 && !reaches.test(name))
    const tables = new Set(named.map(([name]) => name.split(' ')[2]))
    for (const table of ['enquiry', 'message', 'post', 'referral', 'task', 'consent_subject', 'life_event'])
      expect([...tables]).toContain(table)
    for (const [name, [, b]] of named) expect([name, ...(after[name] ?? [])]).toEqual([name, 0, b])
    for (const [name, [, b]] of Object.entries(before)) expect([name, after[name]?.[1]]).toEqual([name, b])
  })

  test('it is on no page: by its identifier, in a list, by search, by the link of who referred them', async () => {
    const { coordinator } = day
    expect((await coordinator.get(path())).status).toBe(404)
    expect((await coordinator.get(`/office/enquiry-messages/${letter}`)).status).toBe(404)
    for (const page of ['/office/enquiries', '/office/today', '/office/letters']) {
      const { html } = await coordinator.get(page)
      expect(html).not.toContain(enquiry)
      expect(html).not.toContain('Nira')
    }
    for (const q of ['Nira Larch', 'Larch', 'nira@mail.example', '01632 960 301'])
      expect(await sought(q)).not.toContain(enquiry)
    expect(await sought('Larch')).toContain(others)
    const progress = "SELECT reference FROM ev.referral_progress(decode($1, 'hex'))"
    const of = (it: string) => day.db.look(progress, [createHash('sha256').update(it).digest('hex')])
    expect(await of(link)).toEqual([])
    expect(await of('another')).toHaveLength(1)
  })

  test('no case is made of it, also by whoever had it open before', async () => {
    const person = { givenName: 'Nira', familyName: 'Larch', knownAs: null, birthDate: null }
    const opening = { topic: 'both', children: [], mediatorId: null, first: person, other: person } as const
    const opened = openCase(day.db.desk.office, day.whole.service.keyring, day.office.coordinator, {
      ...{ ...opening, key: newId(), enquiryId: enquiry },
    })
    expect(await opened).toEqual({ done: false, reason: 'no_enquiry' })
    const taken = day.db.look('UPDATE ev.enquiry SET case_id = $2 WHERE id = $1', [enquiry, day.caseId])
    await expect(taken).rejects.toMatchObject({ constraint: 'enquiry_set_aside' })
  })

  test('by the register nothing was told of it to anybody outside, and the answer says so', async () => {
    expect(await answer()).toContain('By our register nobody outside was told of it')
    const columns = await day.db.look<{ name: string; must: boolean }>(
      `SELECT attname AS name, attnotnull AS must FROM pg_attribute
        WHERE attrelid = 'ev.disclosure'::regclass AND attname IN ('case_id', 'enquiry_id')`,
    )
    expect(columns).toEqual([{ name: 'case_id', must: true }])
    expect(await day.db.look('SELECT FROM ev.told_again')).toEqual([])
  })

  test('it is not used again before they were told, and then it is as it was', async () => {
    const { office } = day.db.desk
    const restrictionId = await standing()
    expect(await place('accuracy')).toEqual({ done: false, reason: 'twice' })
    expect(await liftRestriction(office, tools(), officer, { ...key(), restrictionId })).toEqual({
      ...{ done: false, reason: 'not_told' },
    })
    const past = day.db.look('UPDATE ev.restriction SET lifted_at = ev.service_now(), lifted_by = placed_by')
    await expect(past).rejects.toMatchObject({ constraint: 'restriction_told_first' })
    const moved = day.db.look('UPDATE ev.restriction SET enquiry_id = $1', [others])
    await expect(moved).rejects.toThrow('told of and lifted')
    await closeRequest(office, officer, { ...key(), outcome: 'done', note: null })
    await endIt()
    expect((await day.coordinator.get(path())).status).toBe(200)
    expect(await sought('Nira Larch')).toContain(enquiry)
  })

  test('by e-mail they hear of it, and nothing else that waited goes', async () => {
    requestId = await undoubted(day.db, officer, enquiry, 'restriction')
    await day.db.look(
      `INSERT INTO ev.message (enquiry_id, zone, channel, template, recipient, subject, body)
       VALUES ($1, 'office', 'email', 'enquiry-received', 'nira@mail.example', 'Written before', 'Hello')`,
      [enquiry],
    )
    expect(await place('claims', 'written')).toMatchObject({ done: true })
    await day.whole.runJobs()
    const sent = day.whole.mail.filter((it) => it.to === 'nira@mail.example')
    expect(sent.map((it) => it.subject)).toEqual(['We keep it, and do not use it'])
    expect(sent[0]?.text).toContain('what you told us when you got in touch')
    expect(sent[0]?.text).not.toContain('other person in your mediation')
  })

  test('by letter too, which the office can print and post', async () => {
    await endIt()
    await day.db.look(
      `UPDATE ev.enquiry SET email = NULL, address = '1 Mill Lane', postcode = 'FW1 4ML' WHERE id = $1`,
      [enquiry],
    )
    requestId = await undoubted(day.db, officer, enquiry, 'restriction')
    expect(await place('claims', 'written')).toMatchObject({ done: true })
    expect(wordsOf((await day.coordinator.get('/office/letters')).html)).toContain('Nira Larch')
    const printed = wordsOf((await day.coordinator.get('/office/letters/print')).html)
    for (const words of ['1 Mill Lane', 'You asked us to keep your data and not to use it'])
      expect(printed).toContain(words)
    expect((await day.coordinator.get(path())).status).toBe(404)
  })

  test('what they need for a claim does not end with its time, nor when they ask', async () => {
    requestId = await undoubted(day.db, officer, enquiry, 'erasure')
    const plan = wordsOf((await day.coordinator.get(`/office/requests/${requestId}/erasure`)).html)
    expect(plan).toContain('they asked that it is kept and not used')
    const left = () => day.db.look('SELECT FROM ev.enquiry WHERE id = $1', [enquiry])
    await day.db.look(`UPDATE ev.message SET status = 'stopped', settled_at = now() WHERE status = 'waiting'`)
    const open = await day.db.look<{ id: Id }>('SELECT id FROM ev.rights_request WHERE closed_on IS NULL')
    for (const { id } of open) await endRequest(day.db, officer, id)
    await sweepOn(day.db, folder, '2027-06-22')
    await sweepOn(day.db, folder, '2027-08-22')
    expect(await left()).toHaveLength(1)
    expect(await day.db.look('SELECT FROM ev.enquiry WHERE id = $1', [others])).toEqual([])
    await endIt()
    await sweepOn(day.db, folder, '2027-09-22')
    await sweepOn(day.db, folder, '2027-11-22')
    expect(await left()).toEqual([])
    expect(await day.db.look('SELECT FROM ev.restriction WHERE enquiry_id = $1', [enquiry])).toEqual([])
  })
})
