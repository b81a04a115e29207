import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bothSign } from '../support/both-sign.ts'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let page: string
beforeAll(async () => {
  day = await officeDay()
  await bothSign(day.db, day.caseId)
  const begun = { way: 'shuttle', ...dayFields('held_on', '2026-11-23') }
  page = String((await day.mediator.send(`/office/cases/${day.caseId}/live/new`, begun)).location)
})
afterAll(() => day?.end())

const facts = { kind: 'fact', legal_quality: 'without_prejudice', zone: 'A', passing: 'ask' }
const said = (words: string, more: Record<string, string> = {}) =>
  day.mediator.send(page, { ...facts, words, ...more }, `${page}/notes`)
const noteId = async (words: string) =>
  (await day.db.look<{ id: string }>('SELECT id FROM ev.session_note WHERE words = $1', [words]))[0]?.id ?? ''
const tell = async (words: string, act: 'passing' | 'passed', more: Record<string, string> = {}) => {
  const form = `/office/live-notes/${await noteId(words)}/${act}`
  // The page has the button only where the act is allowed; the act itself is tried whatever the page shows.
  const { html } = await day.mediator.get('/office/account')
  const token = /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return day.mediator.post(form, { _form: token, ...more })
}
const joint = async () => wordsOf((await day.mediator.get(`${page}/joint`)).html)
const ledger = (words: string) =>
  day.db.look<{ happened: string; told: string | null }>(
    'SELECT happened, told FROM ev.note_event e JOIN ev.session_note n ON n.id = e.note_id WHERE n.words = $1 ORDER BY e.at, e.id',
    [words],
  )

describe('S08: in shuttle mediation, what one party says', () => {
  test('stands in its room, and not on the screen for both, until it was passed on', async () => {
    await said('Canary-flat')
    expect(await joint()).not.toContain('Canary-flat')
    await tell('Canary-flat', 'passing', { passing: 'may' })
    expect(await joint()).not.toContain('Canary-flat')
    expect((await tell('Canary-flat', 'passed')).status).toBe(303)
    expect(await joint()).toContain('Canary-flat')
  })

  test('has a ledger: each answer, when it was passed on, to whom and by whom', async () => {
    expect((await ledger('Canary-flat')).map((it) => it.happened).toSorted()).toEqual(['ask', 'may', 'passed'])
    expect(await ledger('Canary-flat')).toContainEqual({ happened: 'passed', told: 'B' })
    const shown = wordsOf((await day.mediator.get(page)).html)
    expect(shown).toMatch(/Passed to Otto at .*noted by Test mediator/)
  })

  test('cannot be passed on while it may not, or was not asked about', async () => {
    await said('Canary-not', { passing: 'may_not' })
    for (const answer of ['may_not', 'ask']) {
      await tell('Canary-not', 'passing', { passing: answer })
      expect((await tell('Canary-not', 'passed')).status).toBe(422)
    }
    expect(await joint()).not.toContain('Canary-not')
    const past = day.db.look(`UPDATE ev.session_note SET passed_at = '2026-11-23' WHERE words = 'Canary-not'`)
    await expect(past).rejects.toMatchObject({ constraint: 'note_may_not_pass' })
  })

  test('is never taken back silently: what was passed stays as the other party heard it', async () => {
    expect((await tell('Canary-flat', 'passing', { passing: 'may_not' })).status).toBe(422)
    const form = `/office/live-notes/${await noteId('Canary-flat')}`
    const { html } = await day.mediator.send(form, { ...facts, words: 'Canary-other' })
    expect(html).toContain('passed on already')
  })

  test('never reaches the other party by their own eyes either', async () => {
    const seen = await day.db.look<{ person_id: string; side: string }>(
      'SELECT person_id, side FROM ev.party WHERE case_id = $1 ORDER BY side',
      [day.caseId],
    )
    for (const [who, expected] of [
      [seen[0], true],
      [seen[1], false],
    ] as const) {
      const notes = await day.db.desk.portal.read(
        who?.person_id as never,
        { purpose: 'mediation', deed: 'portal.tried' },
        ({ queries }) => queries.selectFrom('session_note').select('words').where('zone', '=', 'A').execute(),
      )
      expect(notes.length > 0, who?.side).toBe(expected)
    }
  })

  test('the summary begins from what is joint, and has nothing else in it', async () => {
    await said('Canary-agreed', { kind: 'agreement', zone: 'both' })
    await said('Canary-secret', { zone: 'B', passing: 'may_not' })
    await day.mediator.send(page, {}, `${page}/close`)
    const sent = await day.mediator.send(page, {}, `${page}/summary`)
    const { html } = await day.mediator.get(String(sent.location))
    for (const words of ['Canary-agreed', 'Canary-flat']) expect(html).toContain(words)
    for (const words of ['Canary-secret', 'Canary-not']) expect(html).not.toContain(words)
  })
})

describe('S08: facts that matter and may not pass', () => {
  let stopped: string
  beforeAll(async () => {
    const begun = { way: 'shuttle', ...dayFields('held_on', '2026-11-23') }
    stopped = String((await day.mediator.send(`/office/cases/${day.caseId}/live/new`, begun)).location)
    page = stopped
    await said('Canary-material', { passing: 'may_not' })
    await said('Canary-may', { passing: 'may' })
  })

  test('stop the session: the screen says so to the mediator, with why and the ways from here', async () => {
    await day.mediator.send(stopped, { reason: 'Canary-why' }, `${stopped}/stop`)
    const shown = wordsOf((await day.mediator.get(stopped)).html)
    for (const words of ['This session cannot go on', 'Canary-why', 'Ways from here']) expect(shown).toContain(words)
    const both = wordsOf((await day.mediator.get(`${stopped}/joint`)).html)
    for (const words of ['cannot go on', 'Canary-why', 'Canary-material', 'stopped']) expect(both).not.toContain(words)
  })

  test('let nothing be passed on or noted for both meanwhile', async () => {
    expect((await tell('Canary-may', 'passed')).status).toBe(422)
    expect((await said('Canary-both', { zone: 'both' })).status).toBe(422)
    expect((await said('Canary-more')).status).toBe(303)
  })

  test('let it go on when the mediator says what has changed, which is kept', async () => {
    expect((await day.mediator.send(stopped, { because: '' }, `${stopped}/resume`)).status).toBe(422)
    await day.mediator.send(stopped, { because: 'Canary-changed' }, `${stopped}/resume`)
    expect((await tell('Canary-may', 'passed')).status).toBe(303)
    expect(wordsOf((await day.mediator.get(stopped)).html)).toContain('Canary-changed')
  })
})
