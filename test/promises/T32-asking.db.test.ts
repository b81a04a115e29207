import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folded } from '../../src/features/people/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { aCase, type TestCase } from '../support/a-case.ts'
import { readingTime } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { hiddenFields, type Seen, type Typed, type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor
let privacyOfficer: Visitor
let file: TestCase
beforeAll(async () => {
  db = await testService({ at: '2026-09-03T10:00:00Z' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
  privacyOfficer = await whole.signedIn('privacyOfficer')
  file = await aCase(db, {
    A: { name: ['Ade', 'Brook'], email: ['ade@mail.example', 'safe'], address: ['1 High Street\nNR1 3AA', 'safe'] },
    B: { name: ['Bo', 'Brook'], email: ['bo@mail.example', 'safe'] },
  })
  await telephone(file.A.personId, '01632 960 111')
  await db.look(`UPDATE ev.contact_point SET made_at = '2026-06-01'`)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const telephone = (personId: Id, number: string) =>
  db.look(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, safety)
     VALUES ($1, 'telephone', $2, $3, 'self', 'safe')`,
    [personId, number, folded('telephone', number)],
  )

const asking = { kind: 'access', asked_for: 'self', given_name: 'Ade', family_name: 'Brook', details: 'All of it' }
let asked = 0
/** Each from a place of its own: what comes from one is limited. */
const ask = (typed: Typed = {}, visitor = whole.visitor(`198.51.100.${++asked}`)) =>
  visitor.send('/your-data', { ...asking, ...typed }, '/your-data', readingTime)
const one = async (more = 'true') => {
  const [row] = await db.look<Record<string, string | null> & { id: Id }>(
    `SELECT * FROM ev.rights_request WHERE ${more} ORDER BY made_at DESC, id LIMIT 1`,
  )
  if (!row) throw new Error('there is no request')
  return row
}
const page = (id: Id) => `/office/requests/${id}`
const act = (id: Id, name: string, typed: Typed, by = coordinator) => by.send(page(id), typed, `${page(id)}/${name}`)
const mailTo = (address: string) => whole.mail.filter((it) => it.to === address)
/** A fresh request of this person, matched. */
async function matched(typed: Typed = {}, personId = file.A.personId): Promise<Id> {
  db.clock.forward('PT1S')
  await ask(typed)
  const { id } = await one()
  expect((await act(id, 'match', { person: personId })).status).toBe(303)
  return id
}

describe('T32: one can ask in any way', () => {
  const shownTo = async (sent: Seen, visitor: Visitor) =>
    wordsOf((await visitor.get(String(sent.location))).html).replace(/R-[0-9A-Z]{4}-[0-9A-Z]{3}/, '')

  test('from the website without an account; whoever is not known sees the same, and nothing is sent to the address given', async () => {
    const pages = []
    for (const typed of [
      { given_contact: 'ade@mail.example' },
      { given_name: 'Nobody', given_contact: 'n@x.example' },
    ]) {
      const visitor = whole.visitor()
      const sent = await ask(typed, visitor)
      expect(sent.status).toBe(303)
      pages.push(await shownTo(sent, visitor))
    }
    await whole.runJobs()
    expect(pages[0]).toBe(pages[1])
    expect(whole.mail).toHaveLength(0)
  })

  test.each([
    ['letter', 'self', {}],
    ['email', 'self', {}],
    ['telephone', 'child', { child_name: 'Robin' }],
    ['in_person', 'represented', { representative: 'Priya Shah', organisation: 'Marl & Teal' }],
  ])(
    'by %s, for %s, it is taken down by whoever hears it, and counts from the day on which it came',
    async (channel, asked_for, more) => {
      const came = { 'received_on-day': '1', 'received_on-month': '9', 'received_on-year': '2026' }
      const taken = { ...asking, kind: 'erasure', channel, asked_for, ...more, ...came }
      const sent = await coordinator.send('/office/requests/new', taken)
      expect(sent.status).toBe(303)
      const html = wordsOf((await coordinator.get(String(sent.location))).html)
      expect(html).toContain('1 October 2026')
      expect(html).toContain('Taken down by')
    },
  )

  test('a party who is signed in asks there; the other party sees nothing of it', async () => {
    const [a, b] = [await whole.partyIn(file.A.personId), await whole.partyIn(file.B.personId)]
    const before = wordsOf((await b.get('/portal/data')).html)
    expect((await a.send('/portal/data', { kind: 'objection', details: 'canary-of-a' })).status).toBe(303)
    expect(wordsOf((await a.get('/portal/data')).html)).toContain('Stop using it for something')
    expect(wordsOf((await b.get('/portal/data')).html)).toBe(before)
    // What harms nobody and can be undone needs no more than that.
    expect(await one(`channel = 'portal'`)).toMatchObject({ person_id: file.A.personId, identity: 'shown' })
  })

  test('what is said where it does not come from is refused by the database', async () => {
    const forged = db.desk.public.act(
      null,
      { purpose: 'rights', deed: 'request.received', key: crypto.randomUUID() as Id },
      async (scope) => {
        const row = { reference: 'R-FORGED', kind: 'access', channel: 'website', asked_for: 'self' } as const
        await scope.queries
          .insertInto('rights_request')
          .values({ ...row, person_id: file.A.personId })
          .execute()
        return { done: true, value: {} }
      },
    )
    await expect(forged).rejects.toMatchObject({ constraint: 'request_comes_by' })
  })
})

describe('T32: the request is acknowledged on a safe channel that was held before', () => {
  test('and never at the address that was given in it', async () => {
    const id = await matched({ given_contact: 'new-address@mail.example' })
    expect((await act(id, 'acknowledge', { told: 'written' })).status).toBe(303)
    await whole.runJobs()
    expect(whole.mail.map((it) => it.to)).toEqual(['ade@mail.example'])
    expect(mailTo('ade@mail.example')[0]?.text).toContain('We answer by')
  })

  test('nothing goes where the safe way is newer than the request; a colleague tells them then, and says so', async () => {
    const id = await matched({ given_name: 'Bo' }, file.B.personId)
    await db.look(`UPDATE ev.contact_point SET made_at = ev.service_now() WHERE person_id = $1`, [file.B.personId])
    const refused = await act(id, 'acknowledge', { told: 'written' })
    expect(refused.status).toBe(422)
    expect(wordsOf(refused.html)).toContain('Tell them, and say so here')
    expect((await act(id, 'acknowledge', { told: 'spoken' })).status).toBe(303)
    expect(await one(`id = '${id}'`)).toMatchObject({ acknowledged_how: 'spoken' })
  })
})

describe('T32: identity first, by a check that an ex-partner could not pass', () => {
  const codeIn = (text: string | undefined) => /Your code is (\S+)/.exec(text ?? '')?.[1] ?? ''

  test('whoever knows every fact and reads the mailbox passes one way, and two are wanted', async () => {
    const id = await matched()
    await act(id, 'identity', { step: 'email' })
    await whole.runJobs()
    const code = codeIn(mailTo('ade@mail.example').at(-1)?.text)
    expect((await act(id, 'identity', { step: 'said', code: 'WRNG-C0D' })).status).toBe(422)
    expect((await act(id, 'identity', { step: 'said', code: code.toLowerCase() })).status).toBe(303)
    expect(await one(`id = '${id}'`)).toMatchObject({ identity: 'asked', identity_settled_on: null })
    const answered = await act(id, 'close', { outcome: 'done' })
    expect(wordsOf(answered.html)).toContain('Nothing is answered before it is known who asks')
    expect((await act(id, 'identity', { step: 'call_back' }, privacyOfficer)).status).toBe(303)
    expect(await one(`id = '${id}'`)).toMatchObject({ identity: 'shown' })
    expect((await act(id, 'close', { outcome: 'done' })).status).toBe(303)
  })

  test('five wrong codes are the end of a code', async () => {
    const id = await matched()
    await act(id, 'identity', { step: 'letter' })
    for (let tried = 0; tried < 5; tried++) await act(id, 'identity', { step: 'said', code: 'WRNG-C0D' })
    const [letter] = await db.look<{ body: string }>(`SELECT body FROM ev.message WHERE about_id = $1`, [id])
    expect(wordsOf((await act(id, 'identity', { step: 'said', code: codeIn(letter?.body) })).html)).toContain(
      'Send a new one',
    )
  })

  test('a way of contact that was changed within fourteen days shows nothing, nor one that both have', async () => {
    await db.look(`UPDATE ev.contact_point SET made_at = '2026-08-25' WHERE person_id = $1 AND kind = 'telephone'`, [
      file.A.personId,
    ])
    const id = await matched()
    const page = wordsOf((await coordinator.get(`/office/requests/${id}`)).html)
    expect(page).not.toContain('01632 960 111')
    const point = `(SELECT id FROM ev.contact_point WHERE person_id = '${file.A.personId}' AND kind = 'telephone')`
    const check = (before: string) =>
      db.desk.office.act(
        (coordinator as Visitor & { staff: { id: Id } }).staff.id,
        { purpose: 'rights', deed: 'request.called-back', key: crypto.randomUUID() as Id },
        async (scope) => {
          const [found] = await db.look<{ id: Id }>(`SELECT ${point} AS id`)
          const by = { made_by: scope.actor, passed_at: scope.now, passed_by: scope.actor, way: 'call_back' } as const
          const held = { contact_point_id: found?.id ?? null, held_before: Temporal.Instant.from(before) }
          await scope.queries
            .insertInto('identity_check')
            .values({ request_id: id, ...by, ...held })
            .execute()
          return { done: true, value: {} }
        },
      )
    await expect(check('2026-08-20T00:00:00Z')).rejects.toMatchObject({ constraint: 'identity_point_held' })
    await expect(check('2026-09-30T00:00:00Z')).rejects.toMatchObject({ constraint: 'identity_point_held' })
    await db.look(`UPDATE ev.contact_point SET made_at = '2026-06-01' WHERE person_id = $1`, [file.A.personId])
    await telephone(file.B.personId, '01632 960 111')
    await expect(check('2026-08-20T00:00:00Z')).rejects.toMatchObject({ constraint: 'identity_point_held' })
    await db.look(
      `UPDATE ev.contact_point SET ended_at = ev.service_now() WHERE person_id = $1 AND kind = 'telephone'`,
      [file.B.personId],
    )
  })

  test('the database refuses identity on somebody’s word, an answer before it, and to a representative without authority', async () => {
    const id = await matched({ asked_for: 'represented', representative: 'Priya Shah' })
    const set = (sql: string) => db.look(`UPDATE ev.rights_request SET ${sql} WHERE id = $1`, [id])
    const closed = `closed_on = '2026-09-04', closed_by = (SELECT id FROM ev.staff LIMIT 1), outcome = 'done'`
    await expect(
      set(`identity = 'shown', identity_asked_on = '2026-09-03', identity_settled_on = '2026-09-03'`),
    ).rejects.toMatchObject({ constraint: 'request_not_shown' })
    await expect(set(closed)).rejects.toMatchObject({ constraint: expect.stringMatching(/_first$/) })
    await expect(set(`identity = 'not_needed', identity_settled_on = '2026-09-03'`)).rejects.toMatchObject({
      constraint: 'request_not_needed',
    })
    expect((await act(id, 'identity', { step: 'in_person' })).status).toBe(303)
    expect(wordsOf((await act(id, 'close', { outcome: 'done' })).html)).toContain('before their authority was seen')
    expect((await act(id, 'authority', {})).status).toBe(303)
    expect((await act(id, 'close', { outcome: 'done' })).status).toBe(303)
    await expect(set(`closing_note = 'later'`)).rejects.toMatchObject({ constraint: 'request_over' })
  })

  test('it need not be asked when somebody says so by name and with a reason', async () => {
    const id = await matched()
    expect((await act(id, 'identity', { step: 'not_needed', reason: '' })).status).toBe(422)
    expect((await act(id, 'identity', { step: 'not_needed', reason: 'She sits here with her mediator' })).status).toBe(
      303,
    )
    expect(await one(`id = '${id}'`)).toMatchObject({ identity: 'not_needed' })
  })
})

describe('T32: the clock', () => {
  test('shows both dates, stops for a question with both days left out, and is lengthened once, in time', async () => {
    db.clock.set('2027-03-10T10:00:00Z')
    await db.look(`UPDATE ev.contact_point SET made_at = '2026-06-01' WHERE ended_at IS NULL`)
    const id = await matched()
    const words = async () => wordsOf((await coordinator.get(page(id))).html)
    expect(await words()).toContain('12 April 2027')
    await act(id, 'identity', { step: 'not_needed', reason: 'Known well' })
    db.clock.set('2027-03-12T10:00:00Z')
    expect((await act(id, 'clock', { step: 'question', question: 'period', question_told: 'written' })).status).toBe(
      303,
    )
    expect(await words()).toContain('It stands until they answer')
    db.clock.set('2027-03-19T10:00:00Z')
    expect((await act(id, 'clock', { step: 'answered' })).status).toBe(303)
    // 10 April and eight days is a Sunday.
    expect(await words()).toContain('19 April 2027')
    db.clock.set('2027-04-19T10:00:00Z')
    const longer = { step: 'extend', extension: 'complex', extension_told: 'written' }
    expect((await act(id, 'clock', longer)).status).toBe(303)
    // 10 June and eight days.
    expect(await words()).toContain('18 June 2027')
    expect((await coordinator.post(`${page(id)}/clock`, longer)).status).not.toBe(303)
    await whole.runJobs()
    expect(mailTo('ade@mail.example').at(-1)?.text).toContain('you can also complain'.replace('you', 'You'))
  })

  test('a notice after the first period is refused, and so is a question about anything but access', async () => {
    const id = await matched({ kind: 'erasure' })
    const question = { step: 'question', question: 'period', question_told: 'spoken' }
    const hidden = await coordinator.send(page(id), question, `${page(id)}/clock`)
    expect(wordsOf(hidden.html)).toContain('only when somebody asks to see')
    const form = hiddenFields((await coordinator.get(page(id))).html, `${page(id)}/clock`)
    db.clock.set('2027-05-20T10:00:00Z')
    const late = { ...form, step: 'extend', extension: 'many', extension_told: 'spoken' }
    expect(wordsOf((await coordinator.post(`${page(id)}/clock`, late)).html)).toContain('no more can be taken')
  })

  test('a role that does not look for people is told so, and not that nobody was found', async () => {
    const at = page((await one('person_id IS NULL AND enquiry_id IS NULL AND closed_on IS NULL')).id)
    expect(wordsOf((await privacyOfficer.get(at)).html)).toContain('Your role does not look for people')
    const { html } = await coordinator.get(at)
    expect(wordsOf(html)).toContain('Look by other words')
    expect(wordsOf(html)).not.toContain('Your role does not look')
  })

  test('what is due is on Today for everybody who may answer, and on nobody’s alone', async () => {
    for (const role of ['coordinator', 'supervisor', 'privacyOfficer']) {
      const today = wordsOf((await (await whole.signedIn(role)).get('/office/today')).html)
      expect(today, role).toContain('Requests about data')
      expect(today, role).toContain('due by law on')
    }
    expect(wordsOf((await (await whole.signedIn('mediator')).get('/office/today')).html)).not.toContain('due by law on')
  })
})
