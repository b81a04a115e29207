import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../../../../test/support/a-case.ts'
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
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  officer = await whole.signedIn('privacyOfficer')
  person = (await aCase(db)).A.personId
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

/** Somebody who had been told of what is to be deleted. */
const toldBefore = newId()

/** A request of somebody who has shown who they are. */
async function known(kind: string): Promise<Id> {
  const asked = { kind, channel: 'letter', asked_for: 'self', given_name: 'Ade', family_name: 'Brook', details: '' }
  const sent = await officer.send('/office/requests/new', asked)
  const id = String(sent.location).split('/').at(-1) as Id
  await db.look(
    `UPDATE ev.rights_request SET person_id = $2, identity = 'not_needed', identity_settled_on = received_on, identity_by = taken_by,
       identity_reason = 'Known' WHERE id = $1`,
    [id, person],
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
  readonly valid: Fields
  readonly spoiled: Fields
}

function under({ kind, act, counts, valid, spoiled }: Under): FormUnderTest {
  let page = ''
  return {
    ...{ valid, typed: {}, spoiled, saved: () => saved(counts) },
    fresh: async () => {
      page = `/office/requests/${await known(kind)}/answer`
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
