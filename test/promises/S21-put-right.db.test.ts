import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addStatement } from '../../src/features/live-sessions/actions/add-statement.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { aCase, type TestCase } from '../support/a-case.ts'
import { bothSign } from '../support/both-sign.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Typed, type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor & { readonly staff: { readonly id: Id } }
let file: TestCase
let requestId: Id
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator', 'Ruth Vale')
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})
const asked = async (kind: string) => {
  file = await aCase(db, {
    A: { name: ['Ada', 'Brok'], email: ['ade@mail.example', 'safe'] },
    B: { name: ['Bo', 'Brook'], email: ['bo@mail.example', 'safe'] },
  })
  await db.look(`UPDATE ev.contact_point SET made_at = '2026-01-01'`)
  const taken = { kind, channel: 'telephone', asked_for: 'self', given_name: 'Ade', family_name: 'Brook', details: '' }
  const sent = await coordinator.send('/office/requests/new', taken)
  requestId = String(sent.location).split('/').at(-1) as Id
  await db.look(`UPDATE ev.rights_request SET person_id = $2 WHERE id = $1`, [requestId, file.A.personId])
}
const seenInPerson = () => {
  const page = `/office/requests/${requestId}`
  return coordinator.send(page, { step: 'in_person' }, `${page}/identity`)
}
const page = () => `/office/requests/${requestId}/answer`
const act = (name: string, typed: Typed) => coordinator.send(page(), typed, `${page()}/${name}`)
const words = async () => wordsOf((await coordinator.get(page())).html)

describe('S21: what is wrong is put right', () => {
  beforeEach(() => asked('correction'))

  test('what was, what is, and who decided; not before it is known who asks', async () => {
    const right = { given_name: 'Ade', family_name: 'Brook', known_as: '' }
    expect((await act('correct', right)).status).not.toBe(303)
    await seenInPerson()
    expect((await act('correct', right)).status).toBe(303)
    const shown = await words()
    expect(shown).toContain('Was “Ada”, is “Ade”')
    expect(shown).toContain('Was “Brok”, is “Brook”')
    expect(shown).toContain('Decided by Ruth Vale')
    const rows = await db.look(
      `SELECT field, was, became, said_by FROM ev.person_correction WHERE request_id = $1 ORDER BY field`,
      [requestId],
    )
    expect(rows).toEqual([
      { field: 'family_name', was: 'Brok', became: 'Brook', said_by: 'self' },
      { field: 'given_name', was: 'Ada', became: 'Ade', said_by: 'self' },
    ])
  })

  test('whoever had been told is told again, and it is noted when', async () => {
    expect((await act('told', { who: 'The school' })).status).toBe(303)
    expect(await words()).toContain('The school: not told yet')
    const [told] = await db.look<{ id: Id }>('SELECT id FROM ev.told_again WHERE request_id = $1', [requestId])
    const button = { told_id: String(told?.id) }
    const { html } = await coordinator.get(page())
    expect(html).toContain(`value="${button.told_id}"`)
    expect((await act('told', button)).status).toBe(303)
    expect(await words()).toContain('The school: told again on')
  })

  test('whoever was told by the register is there by themselves, once, and of a report to nobody nothing', async () => {
    await seenInPerson()
    const told = (hidden: boolean, kind: string) =>
      db.look(
        `INSERT INTO ev.disclosure (case_id, recipient, ground, law_kind, authority, side, hidden, words, words_quality, reason, decided_by, policy_hash, sent_at, sent_by, sent_how)
         VALUES ($1, 'courtsAndPolice', 'law', $2, 'x', 'A', $3, 'x', 'open', 'x', $4, 'x', '2026-11-03T12:00Z', $4, 'post')`,
        [file.caseId, kind, hidden, coordinator.staff.id],
      )
    await told(false, 'court')
    await told(false, 'court')
    await told(true, 'proceeds')
    const right = { given_name: 'Ade', family_name: 'Brook', known_as: '' }
    expect((await act('correct', right)).status).toBe(303)
    expect((await act('correct', { ...right, known_as: 'Addie' })).status).toBe(303)
    const who = await db.look('SELECT who FROM ev.told_again WHERE request_id = $1', [requestId])
    expect(who).toEqual([{ who: 'A court, the police or a security service, told on 3 November 2026' }])
  })

  test('what is refused is answered with the ground, the law and the reasons, and where to complain', async () => {
    await seenInPerson()
    const no = {
      'groups[]': ['party.identity'],
      answer: 'refused',
      ground: 'rightAsItIs',
      reason: 'It is as in your passport',
    }
    expect((await act('decide', { ...no, reason: '' })).status).not.toBe(303)
    expect((await act('decide', no)).status).toBe(303)
    expect((await act('letter', { answer_told: 'written' })).status).toBe(303)
    await whole.runJobs()
    const mail = whole.mail.filter((it) => it.to === 'ade@mail.example').at(-1)?.text ?? ''
    expect(mail).toContain('We say no for: your name and date of birth')
    expect(mail).toContain('we have checked it and it is right as it stands (UK GDPR, Article 16)')
    expect(mail).toContain('It is as in your passport')
    expect(mail).toMatch(/tell us.*Information Commission.*court/s)
  })
})

describe('S21: a disputed opinion has their own words beside it', () => {
  test('wherever the note is shown, and nowhere that the other party can look', async () => {
    await asked('correction')
    const mediator = await whole.signedIn('mediator')
    await db.look('UPDATE ev.case_file SET mediator_id = $2 WHERE id = $1', [file.caseId, mediator.staff.id])
    await bothSign(db, file.caseId)
    const [session] = await db.look<{ id: Id }>(
      `INSERT INTO ev.mediation_session (case_id, held_on, way, opened_by) VALUES ($1, '2026-11-20', 'joint', $2) RETURNING id`,
      [file.caseId, mediator.staff.id],
    )
    const [note] = await db.look<{ id: Id }>(
      `INSERT INTO ev.session_note (case_id, session_id, zone, kind, legal_quality, words, author)
       VALUES ($1, $2, 'both', 'fact', 'open', 'Ade seemed angry', $3) RETURNING id`,
      [file.caseId, session?.id, mediator.staff.id],
    )
    const form = `/office/live-notes/${note?.id}/statement`
    expect((await mediator.send(form, { side: 'A', words: 'I was tired, canary-of-a' })).status).toBe(303)
    for (const place of [`/office/live/${session?.id}`, form])
      expect(wordsOf((await mediator.get(place)).html)).toContain('canary-of-a')
    const b = await whole.partyIn(file.B.personId)
    for (const place of ['/portal', '/portal/papers', '/portal/contact', '/portal/data'])
      expect((await b.get(place)).html).not.toContain('canary-of-a')
    const joint = await mediator.get(`/office/live/${session?.id}/joint`)
    expect(joint.html).not.toContain('canary-of-a')
    // What was said in A's room is B's to dispute by nothing.
    const [own] = await db.look<{ id: Id }>(
      `INSERT INTO ev.session_note (case_id, session_id, zone, kind, legal_quality, words, passing, author)
       VALUES ($1, $2, 'A', 'fact', 'open', 'Ade alone', 'ask', $3) RETURNING id`,
      [file.caseId, session?.id, mediator.staff.id],
    )
    const input = { key: newId(), noteId: own?.id as Id, side: 'B', words: 'x' } as const
    expect((await addStatement(db.desk.office, mediator.staff.id, input)).done).toBe(false)
  })
})
