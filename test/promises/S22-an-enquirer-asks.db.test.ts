import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classification } from '../../src/app/classification.ts'
import { carryOutErasures } from '../../src/features/endings/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { endRequest, undoubted } from '../support/a-request.ts'
import { anEnquirer } from '../support/an-enquirer.ts'
import { type ServiceFolder, serviceFolder, sweepTools } from '../support/case-life.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

// Nira rang once and never came. Tam did too.
let day: OfficeDay
let folder: ServiceFolder
let officer: Id
let enquiry: Id
let requestId: Id

beforeAll(async () => {
  day = await officeDay()
  folder = await serviceFolder()
  officer = day.office.privacyOfficer
  const rang = async (given: string, number: number) =>
    anEnquirer(day.db, day.office.coordinator, {
      ...{ given, email: `${given.toLowerCase()}@mail.example`, message: `Qz${given} told` },
      telephone: [`01632 960 ${number}`, `441632960${number}`],
    })
  enquiry = await rang('Nira', 301)
  await rang('Tam', 302)
  await day.db.look(
    `UPDATE ev.enquiry SET received_at = '2020-01-02T10:00:00Z', received_on = '2020-01-02' WHERE family_name = 'Larch'`,
  )
  await belongings()
  requestId = await undoubted(day.db, officer, enquiry, 'erasure')
})
afterAll(async () => {
  await day?.end()
  await folder?.remove()
})

/** What hangs on an enquiry: who referred her, what she says beside it, what she agreed to. */
async function belongings(): Promise<void> {
  const referrer = `'Priya Marl', 'solicitor', 'Marl & Teal', 'priya@marl.example'`
  await day.db.look(
    `INSERT INTO ev.referral (enquiry_id, link_hash, name, work, organisation, email) VALUES ($1, '\\x01', ${referrer})`,
    [enquiry],
  )
  await day.db.look(
    `INSERT INTO ev.enquiry_correction (enquiry_id, field, words, corrected_by) VALUES ($1, 'message', 'QzNira disputes', $2)`,
    [enquiry, officer],
  )
  await day.db.look('INSERT INTO ev.consent_subject (enquiry_id) VALUES ($1)', [enquiry])
}

const path = () => `/office/requests/${requestId}/erasure`
const shown = async () => wordsOf((await day.coordinator.get(path())).html)
const order = (typed: Record<string, string | string[]>) =>
  day.coordinator.send(path(), { told: 'spoken', ...typed }, path())
/** What the page would send: every kind that goes. */
const allOfIt = async () =>
  [...(await day.coordinator.get(path())).html.matchAll(/name="delete\[\]" value="([^"]+)"/g)].map((it) => it[1] ?? '')
const carryOut = async () =>
  carryOutErasures(day.db.desk.worker, { ...(await sweepTools(day.db, folder)), classes: classification })
const left = () =>
  day.db.look<{ name: string }>(`SELECT given_name AS name FROM ev.enquiry WHERE family_name = 'Larch'`)
/** Tables with a row that names her enquiry, by its identifier. */
async function naming(): Promise<string[]> {
  const found: string[] = []
  for (const table of Object.keys(classification)) {
    if (['access_log', 'request_key'].includes(table)) continue
    const rows = await day.db.look(`SELECT FROM ev.${table} t WHERE strpos(to_jsonb(t)::text, $1) > 0 LIMIT 1`, [
      enquiry,
    ])
    if (rows.length > 0) found.push(table)
  }
  return found.toSorted()
}

describe('S22: the enquiry of somebody who never came is deleted when they ask', () => {
  test('whole or not at all: the plan says what goes, and why it stays where it does', async () => {
    const plan = await shown()
    expect(plan).toContain('It goes as a whole, or it stays')
    expect(plan).not.toContain('QzNira')
    const seeing = await undoubted(day.db, officer, enquiry, 'access')
    expect(await shown()).toContain('they asked to see it and have no answer yet')
    expect((await day.coordinator.get(path())).html).not.toContain('Delete all of it')
    await endRequest(day.db, officer, seeing)
    expect((await order({ 'delete[]': ['enquiry.contact'] })).status).toBe(422)
  })

  test('it goes in one transaction, after the journal, with all that names it, and nothing of another goes', async () => {
    const before = await naming()
    expect(before).toEqual(
      expect.arrayContaining(['consent_subject', 'enquiry', 'enquiry_correction', 'referral', 'rights_request']),
    )
    expect((await order({ told: 'written', 'delete[]': await allOfIt() })).status).toBe(303)
    expect(await carryOut()).toBe(0)
    const [letter] = await day.db.look<{ body: string; recipient: string }>(
      `UPDATE ev.message SET status = 'sent', settled_at = now() WHERE about_id = $1 RETURNING body, recipient`,
      [requestId],
    )
    expect(letter?.recipient).toBe('nira@mail.example')
    expect(letter?.body).toContain('We delete: ')
    expect(letter?.body).not.toContain('the other person in your mediation')
    expect(await carryOut()).toBe(1)
    expect(await left()).toEqual([{ name: 'Tam' }])
    expect(await naming()).toEqual(['destruction_certificate'])
    const [certificate] = await day.db.look<{ text: string }>(
      'SELECT to_jsonb(c)::text AS text FROM ev.destruction_certificate c WHERE id = $1',
      [enquiry],
    )
    expect(certificate?.text).toContain('"enquiry": 1')
    const lines = await day.db.journal.lines()
    expect(lines.filter((it) => it.line === 'intent' && it.act === 'erasure' && it.id === enquiry)).toHaveLength(1)
    expect(await shown()).toContain('All that was chosen is deleted')
    expect(await carryOut()).toBe(0)
  })
})
