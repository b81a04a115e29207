import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../../../../test/support/a-case.ts'
import { anEnquirer } from '../../../../test/support/an-enquirer.ts'
import { type Fields, type FormUnderTest, type TypedField, triesBadInput } from '../../../../test/support/bad-input.ts'
import { attribute, elementsIn, elementsOf } from '../../../../test/support/html-reading.ts'
import { type TestService, testService } from '../../../../test/support/service.ts'
import { hiddenFields, type Visitor, wordsOf } from '../../../../test/support/visitor.ts'
import { type WholeService, wholeOrigin, wholeService } from '../../../../test/support/whole-service.ts'
import { type Id, newId } from '../../../values/ids.ts'

let db: TestService
let whole: WholeService
let officer: Visitor
let person: Id
let enquiry: Id
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  officer = await whole.signedIn('privacyOfficer')
  person = (await aCase(db)).A.personId
  enquiry = await anEnquirer(db, (await db.staff('coordinator')).id, {
    ...{ given: 'Nira', email: 'nira@mail.example', telephone: ['01632 960 301', '+441632960301'], message: 'Hello' },
  })
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

/** Somebody who had been told of what is to be deleted. */
const toldBefore = newId()

/** A request of somebody who has shown who they are. */
async function known(kind: string, ofEnquirer: boolean): Promise<Id> {
  const asked = { kind, channel: 'letter', asked_for: 'self', given_name: 'Ade', family_name: 'Brook', details: '' }
  const sent = await officer.send('/office/requests/new', asked)
  const id = String(sent.location).split('/').at(-1) as Id
  await db.look(
    `UPDATE ev.rights_request SET ${ofEnquirer ? 'enquiry_id' : 'person_id'} = $2, identity = 'not_needed', identity_settled_on = received_on, identity_by = taken_by,
       identity_reason = 'Known' WHERE id = $1`,
    [id, ofEnquirer ? enquiry : person],
  )
  if (kind === 'erasure') {
    await db.look('UPDATE ev.told_again SET id = gen_random_uuid() WHERE id = $1', [toldBefore])
    await db.look(
      `INSERT INTO ev.told_again (id, request_id, change, who, noted_by) SELECT $2, id, 'erasure', 'The school', taken_by FROM ev.rights_request WHERE id = $1`,
      [id, toldBefore],
    )
  }
  if (kind === 'objection')
    await db.look(
      `INSERT INTO ev.objection (request_id, purpose, made_by) SELECT id, 'merging', taken_by FROM ev.rights_request WHERE id = $1`,
      [id],
    )
  return id
}

const fieldsIn = (body: URLSearchParams) =>
  Object.fromEntries([...new Set(body.keys())].map((name) => [name, body.getAll(name)]))
const saved = async (sql: string) =>
  Number((await db.look<{ many: string }>(`SELECT count(*) AS many FROM ${sql}`))[0]?.many)

interface Under {
  readonly kind: string
  readonly act: string
  readonly counts: string
  /** The form is for somebody who only made an enquiry. */
  readonly ofEnquirer?: boolean
  readonly valid: Fields
  readonly spoiled: Fields
}

function under({ kind, act, counts, valid, spoiled, ofEnquirer = false }: Under): FormUnderTest {
  let page = ''
  return {
    ...{ valid, typed: {}, spoiled, saved: () => saved(counts) },
    fresh: async () => {
      page = `/office/requests/${await known(kind, ofEnquirer)}/answer`
      const hidden = hiddenFields((await officer.get(page)).html, `${page}/${act}`)
      whole.wait(5_000)
      return hidden
    },
    send: (body) => officer.post(`${page}/${act}`, fieldsIn(body), { origin: wholeOrigin.origin }),
  }
}

const tries = (name: string, typed: Readonly<Record<string, TypedField>>, chosen: readonly string[], of: Under) =>
  describe(name, () => {
    const form = under(of)
    triesBadInput(name, { typed, chosen }, () => form)
  })

tries('decide', { reason: { longest: 2000, wrong: [''] } }, ['answer'], {
  ...{ kind: 'erasure', act: 'decide', counts: 'ev.right_decision', spoiled: { answer: '' } },
  valid: { 'groups[]': ['party.identity'], answer: 'refused', ground: 'stillNeeded', reason: 'It is not over' },
})
tries('settle', { why: { longest: 2000, wrong: [''] } }, ['outcome'], {
  ...{ kind: 'objection', act: 'settle', counts: 'ev.objection WHERE outcome IS NOT NULL', spoiled: { outcome: '' } },
  valid: { outcome: 'compelling', why: 'Both need it' },
})
tries(
  'correct',
  { given_name: { longest: 100, required: true }, family_name: { longest: 100 }, known_as: { longest: 100 } },
  [],
  {
    ...{
      kind: 'correction',
      act: 'correct',
      counts: `ev.person_correction WHERE field = 'known_as'`,
      spoiled: { given_name: '' },
    },
    valid: { given_name: 'Adeline', family_name: 'Brook', known_as: 'Ade' },
  },
)
const named = { longest: 100 }
const safe = { telephone_safety: 'safe', voicemail_safety: 'safe', email_safety: 'safe', letter_safety: 'safe' }
tries(
  'correct what stands in an enquiry',
  {
    ...{ given_name: { ...named, required: true }, family_name: named, telephone: { longest: 40, wrong: ['12'] } },
    ...{ email: { wrong: ['nira'] }, postcode: { longest: 12, wrong: ['FW'] }, contact_times: { longest: 300 } },
    ...{ safe_days: { wrong: ['someday'] }, safe_from: { wrong: ['late'] }, safe_until: { wrong: ['later'] } },
    ...{
      'birth_date-day': { wrong: ['32'], leadsTo: 'birth_date', messageId: 'birth_date-date-error' },
      organisation: { longest: 200 },
      needs: { longest: 1000 },
    },
    address: { longest: 300 },
  },
  ['telephone_safety', 'topic', 'heard_from'],
  {
    ...{
      kind: 'correction',
      act: 'correct',
      ofEnquirer: true,
      counts: `ev.enquiry_correction WHERE field = 'given_name'`,
    },
    spoiled: { given_name: '' },
    valid: {
      ...{ given_name: 'Nirah', family_name: 'Larch', telephone: '01632 960 311', email: 'nira@mail.example' },
      ...{ address: '1 Old Road', postcode: 'NR1 1AA', contact_times: 'Mornings', safe_days: 'Mon Tue' },
      ...{ safe_from: '10:00', safe_until: '18:00', 'birth_date-day': '7', 'birth_date-month': '4' },
      ...{ 'birth_date-year': '1981', organisation: '', topic: 'both', needs: 'Large print', heard_from: 'search' },
      ...safe,
    },
  },
)
tries('beside', { their_words: { longest: 2000, required: true } }, ['beside'], {
  ...{ kind: 'correction', act: 'beside', ofEnquirer: true, counts: 'ev.enquiry_correction WHERE words IS NOT NULL' },
  ...{ valid: { beside: 'message', their_words: 'I said otherwise' }, spoiled: { beside: 'given_name' } },
})
tries('told', { who: { longest: 300, required: true } }, [], {
  ...{ kind: 'correction', act: 'told', counts: 'ev.told_again', spoiled: { who: '' } },
  valid: { who: 'The school' },
})
tries('not-told', { why_not_told: { longest: 1000, required: true } }, ['spared', 'not_told'], {
  ...{ kind: 'erasure', act: 'not-told', counts: 'ev.told_again WHERE outcome IS NOT NULL', spoiled: { not_told: '' } },
  valid: { spared: toldBefore, not_told: 'impossible', why_not_told: 'They closed' },
})

test('what waits for the identity check leads to the page where that is made', async () => {
  const asked = { kind: 'erasure', channel: 'letter', asked_for: 'self', given_name: 'Ade', family_name: 'Brook' }
  const sent = await officer.send('/office/requests/new', { ...asked, details: '' })
  const place = String(sent.location)
  await db.look('UPDATE ev.rights_request SET person_id = $2 WHERE id = $1', [place.split('/').at(-1), person])
  const answer = { 'groups[]': ['party.identity'], answer: 'granted' }
  const { status, html } = await officer.send(`${place}/answer`, answer, `${place}/answer/decide`)
  expect(status).toBe(422)
  const summary = elementsOf(html).find((it) => attribute(it, 'class') === 'govuk-error-summary')
  const links = summary ? elementsIn(summary).filter((it) => it.tagName === 'a') : []
  expect(links.map((it) => attribute(it, 'href'))).toEqual([place])
  expect(wordsOf((await officer.get(place)).html)).toContain('Make sure who asks')
})
