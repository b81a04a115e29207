import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../src/values/ids.ts'
import { aCase, type TestCase } from '../support/a-case.ts'
import { readingTime } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Typed, type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor
let supervisor: Visitor
let file: TestCase
beforeAll(async () => {
  db = await testService({ policy: 'parents', at: '2026-11-25T10:00:00Z' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
  supervisor = await whole.signedIn('supervisor')
  file = await aCase(db, {
    A: { name: ['Ade', 'Brook'], email: ['ade@mail.example', 'safe'] },
    B: { name: ['Bo', 'Brook'], email: ['bo@mail.example', 'safe'] },
  })
  await db.look(`UPDATE ev.contact_point SET made_at = '2026-06-01'`)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const complaining = {
  ...{ about: 'data', details: 'Somebody read my letter', made_for: 'self', given_name: 'Ade', family_name: 'Brook' },
}
let sent = 0
const complain = (typed: Typed = {}) => {
  db.clock.forward('PT1S')
  return whole.visitor(`198.51.100.${++sent}`).send('/complain', { ...complaining, ...typed }, '/complain', readingTime)
}
const latest = async () => {
  const [row] = await db.look<Record<string, string | null> & { id: Id; reference: string }>(
    'SELECT * FROM ev.complaint ORDER BY made_at DESC, received_on DESC, id LIMIT 1',
  )
  if (!row) throw new Error('there is no complaint')
  return row
}
const page = (id: string) => `/office/complaints/${id}`
const act = (id: string, name: string, typed: Typed, by = coordinator) =>
  by.send(page(id), typed, `${page(id)}/${name}`)
const words = async (id: string, by = coordinator) => wordsOf((await by.get(page(id))).html)
const mailTo = (address: string) => whole.mail.filter((it) => it.to === address)
async function matched(typed: Typed = {}): Promise<Id> {
  db.clock.forward('PT1S')
  await complain(typed)
  const { id } = await latest()
  expect((await act(id, 'match', { person: file.A.personId })).status).toBe(303)
  return id
}

describe('S24: anybody can complain, in any way, with one form', () => {
  test('from the website without an account; whoever is not known sees the same, and nothing is sent to what they gave', async () => {
    const pages = []
    for (const given of ['ade@mail.example', 'nobody@x.example']) {
      const visitor = whole.visitor(`198.51.100.${++sent}`)
      const typed = { ...complaining, given_contact: given }
      const answer = await visitor.send('/complain', typed, '/complain', readingTime)
      expect(answer.status).toBe(303)
      pages.push(wordsOf((await visitor.get(String(answer.location))).html).replace(/K-[0-9A-Z]{4}-[0-9A-Z]{3}/, ''))
    }
    await whole.runJobs()
    expect(pages[0]).toBe(pages[1])
    expect(whole.mail).toHaveLength(0)
  })

  test.each(['letter', 'email', 'telephone', 'in_person'])(
    'by %s it counts from the day on which it came',
    async (channel) => {
      db.clock.forward('PT1S')
      const came = { 'received_on-day': '20', 'received_on-month': '11', 'received_on-year': '2026' }
      const typed = { ...complaining, ...came, channel, made_for: 'represented', representative: 'Priya Shah' }
      expect((await coordinator.send('/office/complaints/new', typed)).status).toBe(303)
      const [row] = await db.look<{ id: Id }>(`SELECT id FROM ev.complaint WHERE channel = $1`, [channel])
      expect(await words(row?.id ?? '')).toContain('21 December 2026')
    },
  )

  test('a party who is signed in complains there, and reads the answer there; the other party sees nothing of it', async () => {
    const [a, b] = [await whole.partyIn(file.A.personId), await whole.partyIn(file.B.personId)]
    const before = wordsOf((await b.get('/portal/complaint')).html)
    const typed = { about: 'service', details: 'canary-of-a' }
    expect((await a.send('/portal/complaint', typed)).status).toBe(303)
    const [row] = await db.look<{ id: Id }>(`SELECT id FROM ev.complaint WHERE channel = 'portal'`)
    const answer = {
      outcome: 'not_upheld',
      answer: 'The room was free.',
      cause: 'nothing_wrong',
      answer_told: 'spoken',
    }
    expect((await act(row?.id ?? '', 'answer', answer)).status).toBe(303)
    const own = wordsOf((await a.get('/portal/complaint')).html)
    expect(own).toContain('The room was free.')
    expect(own).toContain('Family Mediation Council')
    expect(wordsOf((await b.get('/portal/complaint')).html)).toBe(before)
  })
})

describe('S24: it finds its clock by itself', () => {
  test('about data: thirty days by law, rolled over Christmas, with the letter of the law beside it', async () => {
    db.clock.set('2026-11-25T11:00:00Z')
    await complain({ about: 'data' })
    const shown = await words((await latest()).id)
    expect(shown).toContain('29 December 2026')
    expect(shown).toContain('24 December 2026')
  })

  test('about the service: the working days of the policy, and no day of the law', async () => {
    db.clock.set('2026-12-21T11:00:00Z')
    await complain({ about: 'service' })
    const shown = await words((await latest()).id)
    expect(shown).toContain('7 January 2027')
    expect(shown).not.toContain('law’s last day')
  })

  test('it stands on Today for everybody who may answer, until it is answered', async () => {
    const { reference } = await latest()
    for (const role of ['coordinator', 'supervisor', 'privacyOfficer'])
      expect(wordsOf((await (await whole.signedIn(role)).get('/office/today')).html), role).toContain(reference)
    expect(wordsOf((await (await whole.signedIn('mediator')).get('/office/today')).html)).not.toContain(reference)
  })
})

describe('S24: it is answered', () => {
  test('acknowledged where they were reached before, looked into, kept informed, answered with reasons and where to go next', async () => {
    const id = await matched({ about: 'both' })
    expect((await act(id, 'acknowledge', { told: 'written' })).status).toBe(303)
    const asked = { kind: 'asked', of_whom: 'The post room', words: 'Who opened the letter?', of_staff: '' }
    expect((await act(id, 'enquire', asked)).status).toBe(303)
    const found = { kind: 'found', words: 'It was put into the wrong tray', of_staff: '' }
    expect((await act(id, 'enquire', found)).status).toBe(303)
    expect((await act(id, 'progress', { progress_told: 'written' })).status).toBe(303)
    const answer = { outcome: 'upheld', answer: 'The letter lay open.', cause: 'secrecy', answer_told: 'written' }
    expect((await act(id, 'answer', answer)).status).toBe(422)
    expect((await act(id, 'answer', { ...answer, changed: 'Each letter is closed at once' })).status).toBe(303)
    await whole.runJobs()
    const texts = mailTo('ade@mail.example').map((it) => it.text)
    expect(texts).toHaveLength(3)
    const told = texts.find((it) => it.includes('The letter lay open.'))
    expect(told).toContain('Information Commission (ICO)')
    expect(told).toContain('Family Mediation Council')
    expect(texts.join()).not.toContain('Somebody read my letter')
    expect(mailTo('bo@mail.example')).toHaveLength(0)
    expect(await words(id)).not.toContain('Answer and close')
    await expect(db.look(`UPDATE ev.complaint SET changed = 'x' WHERE id = $1`, [id])).rejects.toMatchObject({
      constraint: 'complaint_over',
    })
  })

  test('nothing is written where no way is safe; a colleague tells them and says so', async () => {
    await complain()
    const { id } = await latest()
    expect(wordsOf((await act(id, 'acknowledge', { told: 'written' })).html)).toContain('no way to write')
    expect((await act(id, 'acknowledge', { told: 'spoken' })).status).toBe(303)
  })

  test('the other party hears of it by a decision of somebody who looked whether it is safe, and nothing of who or what', async () => {
    const id = await matched({ about: 'service', details: 'canary-not-for-b' })
    const told = { decision: 'told', reason: 'It is about the joint meeting', other_told: 'written' }
    expect(wordsOf((await act(id, 'other', told)).html)).toContain('Look first whether it is safe')
    expect((await act(id, 'other', { ...told, 'safety[]': 'checked' })).status).toBe(303)
    expect(wordsOf((await act(id, 'other', { ...told, 'safety[]': 'checked' })).html)).toContain('told already')
    await whole.runJobs()
    const [mail] = mailTo('bo@mail.example')
    expect(mail?.text).toContain('looking at how we have worked')
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/complain|Ade|canary/i)
    const [row] = await db.look('SELECT safety_checked, made_by IS NOT NULL AS named FROM ev.complaint_telling')
    expect(row).toEqual({ safety_checked: true, named: true })
  })
})

describe('S24: whom it is about', () => {
  test('does not see it, in no list and at no address, until they are asked; and never decides it', async () => {
    const about = await whole.signedIn('coordinator')
    const [me] = await db.look<{ name: string }>('SELECT name FROM ev.staff WHERE id = $1', [
      (about as Visitor & { staff: { id: Id } }).staff.id,
    ])
    await db.look(`UPDATE ev.staff SET name = 'Quilla Zander' WHERE id = $1`, [
      (about as Visitor & { staff: { id: Id } }).staff.id,
    ])
    expect(me).toBeDefined()
    db.clock.forward('PT1S')
    await complain({ about_whom: 'I mean Quilla Zander' })
    const { id, reference } = await latest()
    expect((await about.get(page(id))).status).toBe(404)
    expect(wordsOf((await about.get('/office/complaints')).html)).not.toContain(reference)
    expect(wordsOf((await about.get('/office/today')).html)).not.toContain(reference)
    expect(await words(id, supervisor)).toContain('Quilla Zander')
    const staffId = (about as Visitor & { staff: { id: Id } }).staff.id
    const asked = { kind: 'asked', of_staff: staffId, of_whom: '', words: 'What was said on the telephone?' }
    expect((await act(id, 'enquire', asked, supervisor)).status).toBe(303)
    expect(await words(id, about)).toContain('What was said on the telephone?')
    const form = await about.get(page(id))
    expect(form.html).not.toContain(`${page(id)}/answer`)
    await expect(
      db.desk.office.act(
        staffId,
        { purpose: 'complaints', deed: 'complaint.answered', key: crypto.randomUUID() as Id },
        async (scope) => {
          await scope.queries.updateTable('complaint').set({ changed: 'x' }).where('id', '=', id).execute()
          return { done: true, value: {} }
        },
      ),
    ).rejects.toMatchObject({ constraint: 'complaint_own' })
  })
})
