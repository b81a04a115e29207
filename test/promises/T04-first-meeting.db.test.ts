import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let page: string
beforeAll(async () => {
  day = await officeDay()
  page = `/office/cases/${day.caseId}/miams/new/a`
})
afterAll(() => day?.end())

/** What the rules ask of a mediator (Family Procedure Rules 2010, rule 3.9(2)): (a), (b), (e), (f), and apart (c) and (d). */
const duties = {
  information_given: 'Canary-a: how mediation works, and what else there is',
  benefits_explained: 'Canary-b: what could be gained',
  way_suited: 'Canary-e: mediation suits best',
  how_to_proceed: 'Canary-f: invite the other party',
}
const risks = { abuse_risk: 'Canary-c: asked alone about fear', child_risk: 'Canary-d: asked about harm to a child' }
const meeting = { ...dayFields('held_on', '2026-11-20'), suitable: 'yes', legal_quality: 'without_prejudice' }
const kept = async () => (await day.db.look('SELECT FROM ev.miam_record')).length

describe('T04: what is asked at a first meeting (MIAM) is kept', () => {
  test.each([...Object.keys(duties), 'suitable', 'legal_quality', 'held_on-day'])(
    'nothing of it can be left out: without %s it is not saved, and what was typed is still there',
    async (missing) => {
      const sent = await day.mediator.send(page, { ...duties, ...meeting, [missing]: '' })
      expect(sent.status).toBe(422)
      expect(sent.html).toContain(missing === 'way_suited' ? duties.how_to_proceed : duties.way_suited)
      expect(await kept()).toBe(0)
    },
  )

  test('who came is noted for each party', async () => {
    const to = `/office/cases/${day.caseId}/book`
    const when = { ...dayFields('date', '2026-11-24'), time: '10:00', minutes: '60', place: 'telephone' }
    const booked = await day.coordinator.send(to, { what: 'miam-A', mediator: day.office.mediator, ...when })
    expect(booked.status).toBe(303)
    const [{ id } = { id: '' }] = await day.db.look<{ id: string }>('SELECT id FROM ev.appointment')
    day.db.clock.set('2026-11-24T12:00:00Z')
    await day.coordinator.send(`/office/appointments/${id}/attendance`, { 'attended-A': 'attended' })
    expect(await day.db.look('SELECT zone, status FROM ev.attendance')).toEqual([{ zone: 'A', status: 'attended' }])
  })

  test('all six things are kept and read again by the mediator, with which way suits and what came of it', async () => {
    const first = await day.mediator.send(page, { ...duties, ...meeting })
    expect(first.location).toMatch(/\/miams\/[0-9a-f-]{36}\/risk\/a$/)
    const second = await day.mediator.send(String(first.location), risks)
    const shown = wordsOf((await day.mediator.get(String(second.location))).html)
    for (const text of Object.values({ ...duties, ...risks })) expect(shown).toContain(text)
    expect(shown).toContain('Friday 20 November 2026')
    expect(shown).toMatch(/Written by Test mediator/)
    expect(shown).toContain('Without prejudice')
    expect(shown).toContain('Mediation is suitable')
  })

  test('both assessments of risk are asked: one alone is not saved', async () => {
    const first = await day.mediator.send(page, { ...duties, ...meeting })
    for (const missing of ['abuse_risk', 'child_risk'])
      expect((await day.mediator.send(String(first.location), { ...risks, [missing]: ' ' })).status, missing).toBe(422)
    expect(await day.db.look('SELECT FROM ev.screening')).toHaveLength(1)
  })

  test('it is read by the case’s mediator and the supervisor, and by nobody else', async () => {
    const [{ id } = { id: '' }] = await day.db.look<{ id: string }>(
      'SELECT m.id FROM ev.miam_record m JOIN ev.screening s ON s.miam_record_id = m.id',
    )
    const at = `/office/miams/${id}`
    const supervisor = await day.whole.signedIn('supervisor')
    for (const reader of [day.mediator, supervisor]) expect((await reader.get(at)).html).toContain('Canary-c')
    for (const role of ['coordinator', 'privacyOfficer', 'administrator', 'mediator']) {
      const seen = await (await day.whole.signedIn(role)).get(at)
      expect(seen.status, role).toBe(404)
      expect(seen.html, role).not.toContain('Canary')
    }
    // The coordinator sees that there was a meeting, on the page of the case, and none of its words.
    expect((await day.coordinator.get(`/office/cases/${day.caseId}`)).html).not.toContain('Canary')
  })

  test('what was said about risk is not even there for whoever mediates under another purpose', async () => {
    const look = day.db.desk.office.read(
      day.office.mediator,
      { purpose: 'mediation', deed: 'miam.opened' },
      ({ queries }) => queries.selectFrom('screening').select('abuse_risk').execute(),
    )
    await expect(look).rejects.toMatchObject({ code: '42501' })
  })
})

describe('T04: what the person was told of, and what they say of themselves', () => {
  const ticks = { 'ways_told[]': ['mediation', 'evaluation'], 'exemptions_claimed[]': ['refuge', 'hardship'] }
  test('the ways out of court are ticked, and what was left out is named', async () => {
    const sent = await day.mediator.send(page, { ...duties, ...meeting, ...ticks })
    const miam = String(sent.location).replace(/.*\/miams\/([0-9a-f-]{36})\/.*/, '/office/miams/$1')
    const shown = wordsOf((await day.mediator.get(miam)).html)
    expect(shown).toMatch(/Explained: Mediation; Evaluation by a neutral third party/)
    expect(shown).toMatch(/Not ticked as explained: Arbitration; Collaborative law/)
    expect(shown).toMatch(/Exemptions that this person says they have.*refuge had no room.*financial hardship/s)
  })

  test('nothing that is not on the lists is taken, and what was ticked is still there', async () => {
    const before = await kept()
    for (const wrong of [{ 'ways_told[]': ['luck'] }, { 'exemptions_claimed[]': ['__proto__'] }]) {
      const sent = await day.mediator.send(page, { ...duties, ...meeting, ...ticks, ...wrong })
      expect(sent.status).toBe(422)
      expect(sent.html).toContain('Choose from the list')
      expect(sent.html).toContain(duties.way_suited)
    }
    expect(await kept()).toBe(before)
  })
})
