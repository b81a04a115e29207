import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../../../test/support/a-case.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Typed, type Visitor, wordsOf } from '../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import type { Id } from '../../values/ids.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor
beforeAll(async () => {
  db = await testService({ policy: 'parents', at: '2027-03-27T12:00:00Z' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const went = { kind: 'breach', way: 'wrong_person', what: 'The letter to A went to B', time: '' }
async function recorded(typed: Typed = {}): Promise<string> {
  const sent = await coordinator.send('/office/breaches/new', { ...went, ...typed })
  expect(sent.status).toBe(303)
  return String(sent.location)
}
const words = async (page: string, by = coordinator) => wordsOf((await by.get(page)).html)
const act = (page: string, name: string, typed: Typed = {}) => coordinator.send(page, typed, `${page}/${name}`)
const does = async (page: string, name: string, typed: Typed = {}) =>
  expect((await act(page, name, typed)).status, name).toBe(303)

const asked = {
  contain: { contained: 'We rang and it was deleted' },
  whose: { whose: 'A, her address', people_count: '1', 'delicate[]': 'yes' },
  risk: { risk: 'high', consequences: 'Where she lives is known' },
  notify: { notify: 'yes', notify_reason: 'It may harm her' },
  tell: { tell: 'yes', tell_reason: 'By telephone, to her safe number' },
  learn: { measures: 'Two look at each envelope' },
} as const
const toldRegulator = { told: 'regulator', how: 'online', words: 'What we know so far', their_reference: 'IC-1' }

describe('a breach', () => {
  test('takes somebody through from top to bottom, with the hours until the regulator across the change of the clocks', async () => {
    const came = { 'aware_on-day': '27', 'aware_on-month': '3', 'aware_on-year': '2027', time: '10:07am' }
    const page = await recorded(came)
    expect(await words(page)).toContain('70 hours left')
    expect(await words(page)).toContain('Tuesday 30 March 2027 at 11:07am')
    expect(await words(page)).toContain('Now: stop it from getting worse')
    for (const name of ['contain', 'whose', 'risk', 'notify'] as const) await does(page, name, asked[name])
    expect(await words(page)).toContain('Now: tell those who must be told')
    await does(page, 'told', { ...toldRegulator, late_reason: '' })
    expect(await words(page)).not.toContain('hours left')
    await does(page, 'tell', asked.tell)
    await does(page, 'others', { controller: 'yes', charity: 'none', charity_reason: '' })
    expect(await words(page)).toContain('Still to be toldWhoever we work for, The people')
    await does(page, 'learn', asked.learn)
    expect(wordsOf((await act(page, 'close')).html)).toContain('was not told yet')
    await does(page, 'told', { told: 'people', how: 'telephone', words: 'What happened, and what to do' })
    await does(page, 'told', { told: 'controller', how: 'email', words: 'All of it' })
    await does(page, 'told', { ...toldRegulator, words: 'The rest' })
    await does(page, 'close')
    expect(await words(page)).toContain('This is closed')
    expect(await words('/office/breaches')).toContain('Two look at each envelope')
    const id = page.split('/').at(-1)
    await expect(db.look(`UPDATE ev.breach SET measures = 'x' WHERE id = $1`, [id])).rejects.toMatchObject({
      constraint: 'breach_over',
    })
  })

  test('stands on Today for everybody who may work on it, with the hours left', async () => {
    await recorded()
    for (const role of ['coordinator', 'supervisor', 'privacyOfficer'])
      expect(await words('/office/today', await whole.signedIn(role)), role).toContain('72 hours left')
    expect(await words('/office/today', await whole.signedIn('mediator'))).not.toContain('hours left')
  })

  test('is reported late only with the reason', async () => {
    const page = await recorded()
    for (const name of ['contain', 'whose', 'risk', 'notify'] as const) await does(page, name, asked[name])
    db.clock.forward('PT72H')
    db.clock.forward('PT5M')
    expect(await words(page)).toContain('late')
    const late = await act(page, 'told', { ...toldRegulator, late_reason: '' })
    expect(wordsOf(late.html)).toContain('enter why the regulator hears of it late')
    await does(page, 'told', { ...toldRegulator, late_reason: 'Nobody saw the mail' })
    expect(await words(page)).toContain('Late because: Nobody saw the mail')
  })

  test('that may harm somebody is not kept from the regulator, on no way', async () => {
    const page = await recorded()
    await does(page, 'contain', asked.contain)
    await does(page, 'whose', asked.whose)
    await does(page, 'risk', asked.risk)
    const refused = await act(page, 'notify', { notify: 'no', notify_reason: 'We would rather not' })
    expect(wordsOf(refused.html)).toContain('so the regulator is told')
    await does(page, 'risk', { risk: 'unlikely', consequences: 'It was locked' })
    await does(page, 'notify', { notify: 'no', notify_reason: 'It was locked, and came back' })
    expect(await words(page)).not.toContain('hours left')
    await expect(
      db.look(`UPDATE ev.breach SET risk = 'likely' WHERE id = $1`, [page.split('/').at(-1)]),
    ).rejects.toMatchObject({ constraint: 'breach_must_report' })
  })

  test('a near miss needs what changes, and no more', async () => {
    const page = await recorded({ kind: 'near_miss', what: 'The envelope was seen in time' })
    expect(await words(page)).not.toContain('hours left')
    expect(wordsOf((await act(page, 'close')).html)).toContain('Answer all questions')
    await does(page, 'learn', asked.learn)
    await does(page, 'close')
  })
})

test('a message that went wrong is recorded from it, with its case and most of the form filled in', async () => {
  const file = await aCase(db, { A: { email: ['ade@mail.example', 'safe'] } })
  const [message] = await db.look<{ id: Id }>(
    `INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body)
     SELECT $1, c.person_id, c.id, 'A', 'email', 'hand-written', c.value, 'Hello', 'canary-of-the-body'
       FROM ev.contact_point c WHERE c.person_id = $2 LIMIT 1 RETURNING id`,
    [file.caseId, file.A.personId],
  )
  const from = `/office/breaches/new?message=${message?.id}`
  const { html } = await coordinator.get(from)
  expect(html).toContain('went to the wrong person')
  expect(html).not.toContain('canary-of-the-body')
  const sent = await coordinator.send(
    from,
    { kind: 'breach', way: 'wrong_person', what: 'It went to B' },
    '/office/breaches/new',
  )
  expect(sent.status).toBe(303)
  const [row] = await db.look('SELECT case_id, message_id FROM ev.breach WHERE message_id = $1', [message?.id])
  expect(row).toEqual({ case_id: file.caseId, message_id: message?.id })
})

test('six years after it was closed it goes, and whoever may not work on breaches sees none', async () => {
  expect((await (await whole.signedIn('mediator')).get('/office/breaches')).status).not.toBe(200)
  expect(db.policy.retention.breaches).toMatchObject({ keep: 'P6Y', from: 'breach.closed' })
})
