import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctAsAsked } from '../../src/features/answers/actions/deciding.ts'
import { enquiryToCorrect, standBeside, statedFields } from '../../src/features/enquiries/index.ts'
import { closeRequest } from '../../src/features/requests/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { done } from '../../src/values/outcome.ts'
import { undoubted } from '../support/a-request.ts'
import { anEnquirer } from '../support/an-enquirer.ts'
import { attribute, valuesOf } from '../support/html-reading.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { formsOf, type Typed, wordsOf } from '../support/visitor.ts'

// Nira rang once and never came. Tam did too.
let day: OfficeDay
let officer: Id
let enquiry: Id
let others: Id
let requestId: Id
beforeAll(async () => {
  day = await officeDay()
  officer = day.office.privacyOfficer
  const rang = (given: string, number: number) =>
    anEnquirer(day.db, day.office.coordinator, {
      ...{ given, email: `${given.toLowerCase()}@mail.example`, message: `Qz${given} wants the house` },
      telephone: [`01632 960 ${number}`, `+441632960${number}`],
    })
  enquiry = await rang('Nira', 301)
  others = await rang('Tam', 302)
  await day.db.look(
    `UPDATE ev.enquiry SET received_at = '2020-01-02T10:00:00Z', received_on = '2020-01-02' WHERE family_name = 'Larch'`,
  )
  await day.db.look(`UPDATE ev.enquiry SET answer_note = 'She shouted' WHERE id = $1`, [enquiry])
  requestId = await undoubted(day.db, officer, enquiry, 'correction')
})
afterAll(() => day?.end())

const page = () => `/office/requests/${requestId}/answer`
const shown = async () => wordsOf((await day.coordinator.get(page())).html)
const act = (name: string, typed: Typed) => day.coordinator.send(page(), typed, `${page()}/${name}`)
/** All that the form holds already, with some of it put right. */
const put = async (right: Typed) => {
  const { html } = await day.coordinator.get(page())
  const elements = formsOf(html).find((it) => it.action === `${page()}/correct`)?.elements ?? []
  const names = new Set(elements.map((it) => attribute(it, 'name') ?? '').filter((it) => /^[a-z]/.test(it)))
  return act('correct', {
    ...Object.fromEntries([...names].map((it) => [it, valuesOf(elements, it)[0] ?? ''])),
    ...right,
  })
}
const row = async (id: Id) =>
  (await day.db.look<Record<string, unknown>>('SELECT * FROM ev.enquiry WHERE id = $1', [id]))[0]
const kept = () =>
  day.db.look(
    `SELECT field, was, became, words FROM ev.enquiry_correction WHERE enquiry_id = $1 ORDER BY corrected_at, field`,
    [enquiry],
  )

describe('S21: what stands in the enquiry of somebody who never came is put right when they ask', () => {
  test('not before it is known who asks, and of no other enquiry', async () => {
    const asks = await undoubted(day.db, officer, enquiry, 'access')
    const unknown = `/office/requests/${asks}/answer`
    expect((await day.coordinator.get(unknown)).html).not.toContain('nira@mail.example')
    await day.db.look(
      `UPDATE ev.rights_request SET closed_on = received_on, closed_by = taken_by, outcome = 'taken_back' WHERE id = $1`,
      [asks],
    )
    const seen = await day.db.desk.office.read(officer, { purpose: 'rights', deed: 'answer.opened' }, async (scope) => [
      await enquiryToCorrect(scope, asks),
      (await enquiryToCorrect(scope, requestId))?.details.email,
    ])
    expect(seen).toEqual([null, 'nira@mail.example'])
    const wall = day.db.desk.office.read(day.office.coordinator, { purpose: 'booking', deed: 'case.opened' }, (scope) =>
      enquiryToCorrect(scope, requestId),
    )
    expect(await wall).toBeNull()
  })

  test('what was, what is, and who decided; what is so already is no change', async () => {
    expect((await put({ given_name: 'Nirah', telephone: '01632 960 399', topic: 'money' })).status).toBe(303)
    expect(await row(enquiry)).toMatchObject({
      ...{ given_name: 'Nirah', telephone: '01632 960 399', telephone_digits: '+441632960399', topic: 'money' },
      ...{ email: 'nira@mail.example', message: 'QzNira wants the house', email_safety: 'safe' },
    })
    expect(await kept()).toEqual([
      { field: 'given_name', was: 'Nira', became: 'Nirah', words: null },
      { field: 'telephone', was: '01632 960 301', became: '01632 960 399', words: null },
      { field: 'topic', was: 'both', became: 'money', words: null },
    ])
    const words = await shown()
    expect(words).toContain('Was “Nira”, is “Nirah”. Decided by')
    expect(words).toContain('Was “Children and money”, is “Money and property”')
    expect(await row(others)).toMatchObject({ given_name: 'Tam', telephone: '01632 960 302' })
    expect(wordsOf((await day.coordinator.get(`/office/enquiries/${enquiry}`)).html)).toContain(
      'Was “01632 960 301”, is “01632 960 399”',
    )
  })

  test('a wrong value is refused at its field, with everything as typed', async () => {
    const sent = await put({ email: 'no address', given_name: 'Nirah' })
    expect(sent.status).toBe(422)
    expect(sent.html).toContain('no address')
    expect(await kept()).toHaveLength(3)
  })

  test('what was told or noted stays, and their words stand beside it wherever it is shown', async () => {
    expect((await act('beside', { beside: 'answer_note', their_words: 'I was tired, qzbeside' })).status).toBe(303)
    expect((await row(enquiry))?.answer_note).toBe('She shouted')
    expect(await shown()).toContain('It stands, and beside it their words: “I was tired, qzbeside”')
    expect(wordsOf((await day.coordinator.get(`/office/enquiries/${enquiry}`)).html)).toContain('I was tired, qzbeside')
    expect((await act('beside', { beside: 'safety_note', their_words: 'x' })).status).toBe(303)
    expect((await act('beside', { beside: 'given_name', their_words: 'x' })).status).toBe(422)
    for (const field of statedFields) {
      const forged = `INSERT INTO ev.enquiry_correction (enquiry_id, field, was, became, corrected_by) VALUES ($1, $2, 'a', 'b', $3)`
      await expect(day.db.look(forged, [enquiry, field, officer])).rejects.toMatchObject({
        constraint: 'enquiry_words_beside',
      })
    }
  })

  test('a mailbox put right just now answers nothing that was asked before: it may be another’s', async () => {
    expect((await put({ email: 'new@mail.example', given_name: 'Nirah' })).status).toBe(303)
    const groups = { 'groups[]': ['enquiry.account'], answer: 'refused', ground: 'rightAsItIs' }
    expect((await act('decide', { ...groups, reason: 'She said so on the telephone' })).status).toBe(303)
    const letter = await shown()
    expect(letter).toContain('We say no for: ')
    expect(letter).toContain('She said so on the telephone')
    expect(letter).toContain('Information Commission')
    expect((await act('letter', { answer_told: 'written' })).status).toBe(422)
    await day.db.look(
      `UPDATE ev.enquiry SET address = '1 Old Road', postcode = 'FW1 1AA', letter_safety = 'safe' WHERE id = $1`,
      [enquiry],
    )
    expect((await act('letter', { answer_told: 'written' })).status).toBe(303)
    const [sent] = await day.db.look(
      `SELECT channel, enquiry_id, person_id FROM ev.message WHERE template = 'request-answered' AND about_id = $1`,
      [requestId],
    )
    expect(sent).toEqual({ channel: 'letter', enquiry_id: enquiry, person_id: null })
  })

  test('whoever had been told is told again', async () => {
    expect((await act('told', { who: 'The solicitor who wrote' })).status).toBe(303)
    expect(await shown()).toContain('The solicitor who wrote: not told yet')
  })

  test('when it is closed nothing more is put right', async () => {
    const closed = { key: newId(), requestId, outcome: 'partly', note: null } as const
    expect((await closeRequest(day.db.desk.office, officer, closed)).done).toBe(true)
    expect(await shown()).not.toContain('Put a detail right')
    const count = (await kept()).length
    const late = { key: newId(), requestId, correction: { beside: 'message', words: 'late' } } as const
    expect(await correctAsAsked(day.db.desk.office, day.db.policy, officer, late)).toEqual({
      done: false,
      reason: 'over',
    })
    await expect(
      day.db.desk.office.act(officer, { purpose: 'rights', deed: 'answer.corrected', key: newId() }, async (scope) => {
        await standBeside(scope, requestId, 'message', 'late')
        return done({ requestId })
      }),
    ).rejects.toMatchObject({ constraint: 'decision_begins' })
    expect(await kept()).toHaveLength(count)
  })
})
