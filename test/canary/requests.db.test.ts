import { afterAll, beforeAll, expect, test } from 'vitest'
import { readingTime } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import type { Typed, Visitor } from '../support/visitor.ts'
import { wholeDatabase } from '../support/whole-database.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { Aviary } from './aviary.ts'
import { type Place, Searcher } from './searching.ts'

// A request about data has a life of its own: nothing of what was typed for it outlives its time, and none of it is ever in a log,
// in an address or in a message.

const birds = new Aviary()
const word = (field: string) => birds.word(field)
let db: TestService
let whole: WholeService
let officer: Visitor
const addresses: string[] = []

beforeAll(async () => {
  db = await testService({ at: '2026-11-23T10:00:00Z' })
  whole = await wholeService(db)
  officer = await whole.signedIn('privacyOfficer')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const asking = (of: string) => ({
  ...{ kind: 'access', given_name: word(`given name ${of}`), family_name: word(`family name ${of}`) },
  ...birds.born().fields('birth_date'),
  ...{ details: word(`details ${of}`), given_contact: birds.email(`given contact ${of}`) },
})
const represented = (of: string) => ({
  ...{ asked_for: 'represented', representative: word(`representative ${of}`) },
  organisation: word(`organisation ${of}`),
})

/** Sends it and answers where it led. */
async function led(sent: ReturnType<Visitor['send']>): Promise<string> {
  const { status, location } = await sent
  expect(status).toBe(303)
  addresses.push(String(location))
  return String(location)
}
const asked = (typed: Typed) => led(whole.visitor().send('/your-data', typed, '/your-data', readingTime))
const taken = (typed: Typed) => led(officer.send('/office/requests/new', { channel: 'telephone', ...typed }))

async function answered(page: string): Promise<void> {
  const act = (name: string, typed: Typed) => led(officer.send(page, typed, `${page}/${name}`))
  await act('identity', { step: 'not_needed', reason: word('why not asked') })
  await act('close', { outcome: 'refused', note: word('closing note') })
}

/** What is written while a request is answered, in columns of which the words are looked for like any other. */
async function writtenInAnswering(requestId: string): Promise<void> {
  const answers: readonly (readonly [table: string, columns: string, values: string])[] = [
    ['right_decision', 'category, answer, ground, policy_hash, reason', `'party.contact', 'refused', 'claims', 'hash'`],
    [
      'objection',
      'purpose, outcome, decided_at, decided_by, reason',
      `'statistics', 'compelling', ev.service_now(), id`,
    ],
    [
      'told_again',
      'change, outcome, settled_on, settled_by, reason, who',
      `'erasure', 'impossible', '2026-11-23', id, '${word('why somebody is not told again')}'`,
    ],
  ]
  for (const [table, columns, values] of answers) {
    const by = table === 'right_decision' ? 'decided_by' : table === 'objection' ? 'made_by' : 'noted_by'
    await db.look(`ALTER TABLE ev.${table} DISABLE TRIGGER USER`)
    await db.look(
      `INSERT INTO ev.${table} (request_id, ${by}, ${columns}) SELECT $1, id, ${values === '' ? '' : `${values},`} $2 FROM ev.staff LIMIT 1`,
      [requestId, word(`words of ${table}`)],
    )
    await db.look(`ALTER TABLE ev.${table} ENABLE TRIGGER USER`)
  }
}

const rows = async (): Promise<Place[]> =>
  [...(await wholeDatabase(db))].map(([name, all]) => ({ name, bytes: Buffer.from(all.join('\n')) }))

test('nothing that was typed for a request outlives it, and none of it is told elsewhere', async () => {
  await asked({ ...asking('on the website'), asked_for: 'self' })
  await asked({ ...asking('for a child'), asked_for: 'child', child_name: word('name of a child') })
  const page = await taken({ ...asking('by telephone'), ...represented('by telephone') })
  await answered(page)
  await writtenInAnswering(page.split('/').at(-1) ?? '')
  await whole.runJobs()

  const text = (await rows()).map((it) => it.bytes.toString()).join('\n')
  const lost = [...birds.words].filter(([it]) => !text.toLowerCase().includes(it.toLowerCase()))
  expect(lost.map(([, field]) => field)).toEqual([])
  const searcher = new Searcher(birds.wanted)
  const told: Place[] = [
    { name: 'the log', bytes: Buffer.from(whole.logged()) },
    { name: 'addresses', bytes: Buffer.from(addresses.join('\n')) },
    { name: 'mail', bytes: Buffer.from(JSON.stringify(whole.mail)) },
  ]
  expect(searcher.search(told)).toEqual([])

  for (const { id } of await db.look<{ id: string }>('SELECT id FROM ev.rights_request WHERE closed_on IS NULL'))
    await led(
      officer.send(`/office/requests/${id}`, { outcome: 'not_shown', note: '' }, `/office/requests/${id}/close`),
    )
  for (const day of ['2029-11-20', '2029-11-27', '2029-12-28']) {
    db.clock.set(`${day}T12:00:00Z`)
    await whole.runJobs()
    const left = await db.look('SELECT id FROM ev.rights_request')
    expect(left).toHaveLength(day === '2029-11-20' ? 3 : 0)
  }
  expect(searcher.search(await rows()).map((it) => `${it.place}: ${it.how}`)).toEqual([])
})
