import { afterAll, beforeAll, expect, test } from 'vitest'
import { readingTime } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import type { Typed, Visitor } from '../support/visitor.ts'
import { wholeDatabase } from '../support/whole-database.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { Aviary } from './aviary.ts'
import { type Place, Searcher } from './searching.ts'

// A complaint and a breach have a life of their own: nothing of what was typed for it outlives its time, and none of it is ever in a log, in an
// address or in a message that nobody asked to send.

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

const complaining = (of: string) => ({
  ...{ about: 'both', given_name: word(`given name ${of}`), family_name: word(`family name ${of}`) },
  ...{ details: word(`details ${of}`), wanted: word(`wanted ${of}`), about_whom: word(`about whom ${of}`) },
  given_contact: birds.email(`given contact ${of}`),
})

/** Sends it and answers where it led. */
async function led(sent: ReturnType<Visitor['send']>): Promise<string> {
  const { status, location } = await sent
  expect(status).toBe(303)
  addresses.push(String(location))
  return String(location)
}

async function answered(page: string): Promise<void> {
  const act = (name: string, typed: Typed) => led(officer.send(page, typed, `${page}/${name}`))
  await act('enquire', { kind: 'asked', of_staff: '', of_whom: word('of whom'), words: word('what was asked') })
  const ending = { outcome: 'upheld', cause: 'delay', answer: word('answer'), changed: word('changed') }
  await act('answer', { ...ending, answer_told: 'spoken' })
}

/** A breach in which every question is answered, and which is closed. */
async function workedThrough(): Promise<void> {
  const first = { kind: 'breach', way: 'lost', what: word('what'), time: '' }
  const page = await led(officer.send('/office/breaches/new', first))
  const act = (name: string, typed: Typed = {}) => led(officer.send(page, typed, `${page}/${name}`))
  await act('contain', { contained: word('contained') })
  await act('whose', { whose: word('whose'), people_count: '' })
  await act('risk', { risk: 'unlikely', consequences: word('consequences') })
  await act('notify', { notify: 'no', notify_reason: word('notify reason') })
  await act('tell', { tell: 'no', tell_reason: word('tell reason') })
  await act('others', { charity: 'no', charity_reason: word('charity reason') })
  const told = { told: 'people', how: 'letter', words: word('told words') }
  await act('told', { ...told, their_reference: word('their reference'), late_reason: '' })
  await act('learn', { measures: word('measures') })
  await act('close')
}

const rows = async (): Promise<Place[]> =>
  [...(await wholeDatabase(db))].map(([name, all]) => ({ name, bytes: Buffer.from(all.join('\n')) }))
const pageOf = async (channel: string) => {
  const [row] = await db.look<{ id: string }>('SELECT id FROM ev.complaint WHERE channel = $1', [channel])
  return `/office/complaints/${row?.id}`
}

test('nothing that was typed for a complaint or a breach outlives it, and none of it is told elsewhere', async () => {
  const typed = { ...complaining('on the website'), made_for: 'self' }
  await led(whole.visitor().send('/complain', typed, '/complain', readingTime))
  const represented = {
    made_for: 'represented',
    representative: word('representative'),
    organisation: word('organisation'),
  }
  await led(officer.send('/office/complaints/new', { channel: 'letter', ...complaining('by letter'), ...represented }))
  await answered(await pageOf('letter'))
  await workedThrough()
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

  const other = await pageOf('website')
  await led(officer.send(other, { outcome: 'taken_back' }, `${other}/answer`))
  for (const day of ['2032-11-20', '2032-11-27', '2032-12-28']) {
    db.clock.set(`${day}T12:00:00Z`)
    await whole.runJobs()
    const left = await db.look('SELECT id FROM ev.complaint UNION ALL SELECT id FROM ev.breach')
    expect(left).toHaveLength(day === '2032-11-20' ? 3 : 0)
  }
  expect(searcher.search(await rows()).map((it) => `${it.place}: ${it.how}`)).toEqual([])
})
