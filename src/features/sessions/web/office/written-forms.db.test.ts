import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestCase } from '../../../../../test/support/a-case.ts'
import { type FormUnderTest, type TypedField, triesBadInput } from '../../../../../test/support/bad-input.ts'
import { bothSign } from '../../../../../test/support/both-sign.ts'
import { type FileGround, fileGround } from '../../../../../test/support/file-ground.ts'
import { elementsOf, valuesOf } from '../../../../../test/support/html-reading.ts'
import { type ServedOffice, serveOffice } from '../../../../../test/support/serve-office.tsx'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import type { Staff } from '../../../../platform/web/route.ts'
import { type Id, newId } from '../../../../values/ids.ts'
import { recordMiam } from '../../actions/record-miam.ts'
import { sessionsPlugin } from '../../plugin.ts'

let service: TestService
let ground: FileGround
let office: ServedOffice
let mediator: Staff
let it: TestCase
beforeAll(async () => {
  service = await testService()
  ground = await fileGround(service)
  mediator = await service.staff('mediator', 'Ruth Iqbal')
  it = await ground.aCaseWithKey({
    mediator: mediator.id,
    A: { name: ['Alex', 'Adams'] },
    B: { name: ['Sam', 'Brook'] },
  })
  await bothSign(service, it.caseId)
  office = await serveOffice(
    service,
    sessionsPlugin({ ...ground, serviceName: 'Harbour Mediation', origin: new URL('https://harbour.example') }).routes,
  )
})
afterAll(async () => {
  await office.app.close()
  await service.end()
  await ground.end()
})

const longText: TypedField = { longest: 40_000, required: true }
const ofTheDay = { leadsTo: 'held_on', messageId: 'held_on-date-error' }
const day: Record<string, TypedField> = {
  'held_on-day': { required: true, wrong: ['32', 'first', '-1'], ...ofTheDay },
  'held_on-month': { required: true, wrong: ['13', 'Thermidor'], ...ofTheDay },
  'held_on-year': { required: true, wrong: ['26', '2027', '1999'], ...ofTheDay },
}
const aDay = { 'held_on-day': '20', 'held_on-month': '11', 'held_on-year': '2026' }
const countOf = async (table: string) =>
  Number((await service.look<{ count: string }>(`SELECT count(*) FROM ev.${table}`))[0]?.count)

const underTest = (table: string, path: () => string, valid: Record<string, string>): FormUnderTest => ({
  valid,
  typed: {},
  spoiled: { legal_quality: '' },
  fresh: async () => ({ _form: await office.tokenFrom(mediator, path()) }),
  send: (body) => office.post(mediator, path(), body),
  saved: () => countOf(table),
})

const newMiam = async (): Promise<Id> => {
  const words = { information_given: 'a', benefits_explained: 'b', way_suited: 'e', how_to_proceed: 'f' }
  const outcome = await recordMiam(service.desk.office, mediator.id, {
    ...{ key: newId(), caseId: it.caseId, side: 'A', appointmentId: null, legalQuality: 'open', suitable: 'yes' },
    ...{ ...words, heldOn: Temporal.PlainDate.from('2026-11-20') },
  })
  return (outcome.done ? outcome.value.miamId : '') as Id
}

describe('the record of a MIAM', () => {
  const texts = ['information_given', 'benefits_explained', 'way_suited', 'how_to_proceed']
  const typed = { ...Object.fromEntries(texts.map((name) => [name, longText])), ...day }
  const valid = {
    ...Object.fromEntries(texts.map((name) => [name, 'words'])),
    ...aDay,
    suitable: 'yes',
    legal_quality: 'open',
  }
  const path = () => `/office/cases/${it.caseId}/miams/new/a`
  triesBadInput('MIAM', { typed, chosen: ['suitable', 'legal_quality'] }, () => underTest('miam_record', path, valid))
})

describe('the record of a session', () => {
  const typed = { discussed: longText, agreed: { longest: 40_000 }, ...day }
  const valid = { discussed: 'words', agreed: '', way: 'joint', legal_quality: 'without_prejudice', ...aDay }
  const path = () => `/office/cases/${it.caseId}/sessions/new/both`
  triesBadInput('session', { typed, chosen: ['way', 'legal_quality'] }, () => underTest('session_record', path, valid))
})

describe('a summary', () => {
  const path = () => `/office/cases/${it.caseId}/summaries/new/office`
  const valid = { summary: 'words', legal_quality: 'open', session: '' }
  const shape = { typed: { summary: longText }, chosen: ['legal_quality'] }
  triesBadInput('summary', shape, () => underTest('session_summary', path, valid))
})

describe('the assessments of risk', () => {
  let miamId: Id
  const path = () => `/office/cases/${it.caseId}/miams/${miamId}/risk/a`
  const form = () => ({
    ...underTest('screening', path, { abuse_risk: 'words', child_risk: 'words' }),
    spoiled: { child_risk: '' },
    fresh: async () => {
      miamId = await newMiam()
      return { _form: await office.tokenFrom(mediator, path()) }
    },
  })
  triesBadInput('risk', { typed: { abuse_risk: longText, child_risk: longText } }, form)
})

describe('a page on which something is written', () => {
  const path = () => `/office/cases/${it.caseId}/sessions/new/a`

  test('has its zone at its side, beside each text and on the button', async () => {
    const { html } = await office.get(mediator, path())
    expect(html).toContain('Save for Alex only')
    expect(html.match(/Alex only/g)?.length).toBeGreaterThanOrEqual(4)
    expect(html).not.toContain('Sam')
  })

  test('keeps what is written under its own token, gives it back with when, and forgets it when asked', async () => {
    const token = await office.tokenFrom(mediator, path())
    const draft = new URLSearchParams({ _form: token, discussed: 'half a </textarea> sentence', way: 'alone' })
    for (let time = 0; time < 2; time++)
      expect((await office.post(mediator, `${path()}/draft`, draft)).status).toBe(200)
    const again = await office.get(mediator, path())
    expect(valuesOf(elementsOf(again.html), 'discussed')).toEqual(['half a </textarea> sentence'])
    expect(valuesOf(elementsOf(again.html), 'way')).toEqual(['alone'])
    expect(again.html).toContain('Saved on Monday 23 November 2026 at 10am')
    const discard = new URLSearchParams({ _form: await office.tokenFrom(mediator, path()) })
    expect(await office.post(mediator, `${path()}/discard`, discard)).toMatchObject({ status: 303, location: path() })
    expect(valuesOf(elementsOf((await office.get(mediator, path())).html), 'discussed')).toEqual([''])
  })

  test('the form from which drafts were kept can still be saved for good', async () => {
    const token = await office.tokenFrom(mediator, path())
    const fields = { _form: token, discussed: 'a whole sentence', way: 'alone', legal_quality: 'open', ...aDay }
    await office.post(mediator, `${path()}/draft`, new URLSearchParams({ ...fields, discussed: 'a whole' }))
    const saved = await office.post(mediator, path(), new URLSearchParams(fields))
    expect(saved).toMatchObject({ status: 303, location: expect.stringMatching(/^\/office\/sessions\//) })
    expect((await office.get(mediator, saved.location ?? '')).html).toContain('a whole sentence')
    expect(await service.look('SELECT FROM ev.draft WHERE case_id = $1', [it.caseId])).toEqual([])
  })

  test('takes no draft without a token, from somebody else, or for somebody else’s case', async () => {
    const other = await service.staff('mediator')
    expect((await office.post(mediator, `${path()}/draft`, new URLSearchParams({ discussed: 'x' }))).status).toBe(403)
    const token = await office.tokenFrom(mediator, path())
    expect((await office.post(other, `${path()}/draft`, new URLSearchParams({ _form: token }))).status).toBe(403)
    expect((await office.get(other, path())).status).toBe(404)
  })

  test('is not there for a zone, a case or a role that there is not', async () => {
    const coordinator = await service.staff('coordinator')
    expect((await office.get(coordinator, path())).status).toBe(404)
    for (const odd of [`/office/cases/${it.caseId}/miams/new/both`, `/office/cases/${it.caseId}/sessions/new/c`])
      expect((await office.get(mediator, odd)).status).toBe(404)
    expect((await office.get(mediator, `/office/cases/${newId()}/sessions/new/a`)).status).toBe(404)
    expect((await office.get(mediator, '/office/cases/none/sessions/new/a')).status).toBe(404)
  })

  test('begins with the appointment and the day that a link brings', async () => {
    const appointment = newId()
    const { html } = await office.get(mediator, `${path()}?appointment=${appointment}&held=2026-11-03`)
    const elements = elementsOf(html)
    expect(valuesOf(elements, 'appointment')).toEqual([appointment])
    expect(['day', 'month', 'year'].flatMap((part) => valuesOf(elements, `held_on-${part}`))).toEqual([
      '3',
      '11',
      '2026',
    ])
  })

  test('asks whose it is first, and leads on with what the link brought', async () => {
    const { html } = await office.get(mediator, `/office/cases/${it.caseId}/miams/new?held=2026-11-03`)
    expect(html).toContain(`/office/cases/${it.caseId}/miams/new/a?held=2026-11-03`)
    expect(html).not.toContain('/miams/new/both')
  })
})

describe('a MIAM’s page', () => {
  test('leads from the record to the risks, and from there to its page with both', async () => {
    const miamId = await newMiam()
    expect((await office.get(mediator, `/office/miams/${miamId}`)).html).toContain('have not been recorded')
    const path = `/office/cases/${it.caseId}/miams/${miamId}/risk/a`
    const fields = {
      _form: await office.tokenFrom(mediator, path),
      abuse_risk: 'low',
      child_risk: 'one child is afraid',
    }
    const sent = await office.post(mediator, path, new URLSearchParams(fields))
    expect(sent).toMatchObject({ status: 303, location: `/office/miams/${miamId}` })
    expect((await office.get(mediator, `/office/miams/${miamId}`)).html).toContain('one child is afraid')
    expect(await office.get(mediator, path)).toMatchObject({ status: 303, location: `/office/miams/${miamId}` })
  })

  test('leads on to how they arrive when they should wait apart, and keeps that answer nowhere', async () => {
    const miamId = await newMiam()
    const path = `/office/cases/${it.caseId}/miams/${miamId}/risk/a`
    const _form = await office.tokenFrom(mediator, path)
    const fields = { _form, abuse_risk: 'some', child_risk: 'none', 'apart[]': 'yes' }
    const sent = await office.post(mediator, path, new URLSearchParams(fields))
    expect(sent).toMatchObject({ status: 303, location: `/office/cases/${it.caseId}/arrival?apart=yes` })
    const kept = await service.look<{ row: string }>(
      `SELECT s::text AS row FROM ev.screening s WHERE miam_record_id = $1
       UNION ALL SELECT p::text FROM ev.arrival_plan p WHERE case_id = $2`,
      [miamId, it.caseId],
    )
    expect(kept).toHaveLength(1)
    expect(kept[0]?.row).not.toContain('yes')
  })

  test('lets nobody begin to assess a meeting that there was not, or that was of the other', async () => {
    const miamId = await newMiam()
    const other = await ground.aCaseWithKey({ mediator: mediator.id })
    for (const path of [
      `/office/cases/${it.caseId}/miams/${newId()}/risk/a`,
      `/office/cases/${it.caseId}/miams/${miamId}/risk/b`,
      `/office/cases/${other.caseId}/miams/${miamId}/risk/a`,
    ])
      expect(await office.get(mediator, path), path).toMatchObject({ status: 404 })
  })

  test('says why a certificate cannot be issued, and issues it once it can', async () => {
    const miamId = await newMiam()
    const path = `/office/miams/${miamId}/certificate`
    expect((await office.get(mediator, path)).html).toContain('Settings has no such registration for you')
    await service.look(
      `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until) VALUES ($1, '1234A', 'accredited', '2027-03-31')`,
      [mediator.id],
    )
    expect((await office.get(mediator, path)).html).toContain('Record the two assessments of risk first')
    const risk = `/office/cases/${it.caseId}/miams/${miamId}/risk/a`
    const fields = { _form: await office.tokenFrom(mediator, risk), abuse_risk: 'low', child_risk: 'low' }
    await office.post(mediator, risk, new URLSearchParams(fields))
    expect((await office.get(mediator, path)).html).toContain('Issue for Alex only')
    const body = new URLSearchParams({ _form: await office.tokenFrom(mediator, path) })
    const issued = await office.post(mediator, path, body)
    expect(issued).toMatchObject({ status: 303, location: expect.stringMatching(/^\/office\/files\//) })
    expect(await office.post(mediator, path, body)).toMatchObject({ location: issued.location })
    expect((await office.get(mediator, `/office/miams/${miamId}`)).html).toContain('good until 20 March 2027')
  })
})
