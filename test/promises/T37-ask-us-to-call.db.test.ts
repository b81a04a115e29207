import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readingTime } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor
beforeAll(async () => {
  db = await testService({ at: '2026-11-20T10:00:00Z' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const form = '/contact-me'
const toCall = { given_name: 'Quinn', 'ways[]': ['telephone'], telephone: '01632 960 321', voicemail: 'no' }
const ask = (typed: Readonly<Record<string, string | readonly string[]>>) =>
  whole.visitor().send(form, typed, form, readingTime)
const latest = async () => (await db.look<{ id: string }>('SELECT id FROM ev.enquiry ORDER BY received_at DESC'))[0]?.id

describe('T37: one can ask quickly to be called or written to', () => {
  test('with a name, one safe way and when; it waits in Today on the day that was asked for', async () => {
    const sent = await ask({ ...toCall, wanted_on: '2026-11-24', wanted_at: 'morning' })
    expect(sent.status).toBe(303)
    expect(wordsOf((await whole.visitor().get(String(sent.location))).html)).toContain('We will telephone you')
    const tasks = await db.look('SELECT kind, for_role, due_on::text FROM ev.task')
    expect(tasks).toEqual([{ kind: 'call-back', for_role: 'coordinator', due_on: '2026-11-24' }])
    const kept = await db.look('SELECT email, telephone_safety, voicemail_safety, letter_safety FROM ev.enquiry')
    expect(kept).toEqual([
      { email: null, telephone_safety: 'safe', voicemail_safety: 'unsafe', letter_safety: 'unsafe' },
    ])
    const page = wordsOf((await coordinator.get(`/office/enquiries/${await latest()}`)).html)
    expect(page).toContain('Tuesday 24 November 2026, in the morning')
    expect(wordsOf((await coordinator.get('/office/today')).html)).toContain('Quinn')
  })

  test('recording the call is the end of it', async () => {
    const page = `/office/enquiries/${await latest()}`
    expect((await coordinator.get(page)).html).toContain('Record the call')
    expect((await coordinator.send(page, { note: 'Told them.' }, `${page}/answer`)).status).toBe(303)
    expect(await db.look('SELECT FROM ev.task WHERE done_at IS NULL')).toEqual([])
    expect(wordsOf((await coordinator.get('/office/today')).html)).not.toContain('Quinn')
  })

  test('whoever asks for a letter is written to by a person: no machine writes first', async () => {
    db.clock.forward('PT1M')
    const { telephone: _, voicemail: __, ...rest } = toCall
    await ask({
      ...rest,
      'ways[]': ['letter'],
      address: '4 Quay Street',
      postcode: 'NR1 1AA',
      telephone: '01632 960 999',
    })
    expect(await db.look('SELECT kind, due_on::text FROM ev.task WHERE done_at IS NULL')).toEqual([
      { kind: 'write-back', due_on: '2026-11-23' },
    ])
    expect(await db.look('SELECT FROM ev.message')).toEqual([])
    // What stood beside a way that was not chosen is not kept.
    expect(await db.look('SELECT telephone FROM ev.enquiry WHERE id = $1', [await latest()])).toEqual([
      { telephone: null },
    ])
  })

  test('for a day on which nobody works, or long ahead, one cannot ask', async () => {
    for (const day of ['2026-11-22', '2026-11-20', '2027-06-01', 'soon'])
      expect((await ask({ ...toCall, wanted_on: day })).status, day).toBe(422)
  })

  test('the page asks no other company for anything', async () => {
    const { html } = await whole.visitor().get(form)
    expect(html).not.toMatch(/(src|action)="https?:\/\//)
  })
})
