import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let base: string
beforeAll(async () => {
  day = await officeDay()
  base = `/office/cases/${day.caseId}`
})
afterAll(() => day?.end())

const held = dayFields('held_on', '2026-11-20')
const begin = async (more: Record<string, string | readonly string[]> = {}) => {
  // What the act itself says, whatever the page shows.
  const { html } = await day.mediator.get('/office/account')
  const token = /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return day.mediator.post(`${base}/live/new`, { _form: token, ...held, way: 'joint', ...more })
}
const sign = (zone: string, on = '2026-11-10', version = '2026-1') =>
  day.mediator.send(`${base}/agreements/new/${zone}`, {
    ...{ version, signed_how: 'paper', ...dayFields('held_on', on) },
  })
const sessions = () => day.db.look<{ id: string }>('SELECT id FROM ev.mediation_session')

describe('T05: a session with both', () => {
  test('is refused before both have signed the agreement to mediate, with why and the way there', async () => {
    const shown = await day.mediator.get(`${base}/live/new`)
    expect(wordsOf(shown.html)).toContain('both parties sign the agreement to mediate first')
    expect(shown.html).toContain(`${base}/agreements`)
    await sign('a')
    const refused = await begin()
    expect([refused.status, await sessions()]).toEqual([422, []])
    const record = { ...held, way: 'joint', discussed: 'x', legal_quality: 'open' }
    const written = await day.mediator.send(`${base}/sessions/new/both`, record)
    expect(written.status).toBe(422)
    expect(written.html).toContain('Both parties sign the agreement to mediate')
    expect(written.html).toContain(`${base}/agreements`)
  })

  test('is refused by the database itself, whatever the software does', async () => {
    const insert = `INSERT INTO ev.mediation_session (case_id, held_on, way, opened_by) VALUES ($1, '2026-11-20', 'joint', $2)`
    const tried = day.db.look(insert, [day.caseId, day.office.mediator])
    await expect(tried).rejects.toMatchObject({ constraint: 'session_agreed_first' })
  })

  test('is refused on a day before the second of them signed', async () => {
    await sign('b', '2026-11-21')
    expect((await begin()).status).toBe(422)
    expect(await sessions()).toEqual([])
  })

  test('with one party alone needs none', async () => {
    const record = { ...held, way: 'alone', discussed: 'x', legal_quality: 'open' }
    expect((await day.mediator.send(`${base}/sessions/new/a`, record)).status).toBe(303)
  })

  test('with somebody who watches needs the agreement of both to that too', async () => {
    await sign('b', '2026-11-12', '2025-3')
    const [watcher] = [await day.whole.db.staff('mediator', 'Ida Trainee')]
    for (const agreed of [[], ['A'], ['B']]) {
      const refused = await begin({ observer: String(watcher?.id), 'observer_agreed[]': agreed })
      expect(refused.html).toContain('when both parties have agreed')
    }
    expect(await sessions()).toEqual([])
    const begun = await begin({ observer: String(watcher?.id), 'observer_agreed[]': ['A', 'B'] })
    expect(begun.status).toBe(303)
    expect(wordsOf((await day.mediator.get(String(begun.location))).html)).toContain('Ida Trainee watches')
    const browser = await day.whole.browserOf(watcher as never)
    expect((await browser.get(String(begun.location))).status).toBe(404)
    await day.mediator.send(String(begun.location), {}, `${begun.location}/close`)
  })

  test('with a second mediator opens the case to them, until two weeks after it has ended', async () => {
    const page = () => day.stranger.get(String(location))
    const begun = await begin({ second_mediator: day.stranger.staff.id, way: 'online' })
    const location = begun.location
    expect((await page()).status).toBe(200)
    expect((await day.stranger.get(base)).status).toBe(200)
    await day.mediator.send(String(location), {}, `${location}/close`)
    day.db.clock.forward('P13D')
    expect((await page()).status).toBe(200)
    day.db.clock.forward('P2D')
    expect((await page()).status).toBe(404)
  })
})

describe('T05: notes of a session', () => {
  let page: string
  beforeAll(async () => {
    page = String((await begin({ way: 'shuttle' })).location)
  })
  const note = { kind: 'proposal', legal_quality: 'without_prejudice', zone: 'both', passing: 'ask' }
  const write = (words: string) => day.mediator.send(page, { ...note, words }, `${page}/notes`)

  test('are saved one by one, each with its room, its kind and its legal quality', async () => {
    const sent = await write('Canary-first')
    expect(sent.location).toContain('kind=proposal')
    expect(sent.location).not.toContain('Canary')
    await write('Canary-second')
    const rows = await day.db.look('SELECT words, zone, kind, legal_quality FROM ev.session_note ORDER BY words')
    expect(rows).toEqual([
      { words: 'Canary-first', zone: 'both', kind: 'proposal', legal_quality: 'without_prejudice' },
      { words: 'Canary-second', zone: 'both', kind: 'proposal', legal_quality: 'without_prejudice' },
    ])
  })

  test('can be put right until the session ends, and not after', async () => {
    const [row] = await day.db.look<{ id: string }>(`SELECT id FROM ev.session_note WHERE words = 'Canary-first'`)
    const edit = (words: string) =>
      day.mediator.send(`/office/live-notes/${row?.id}`, { kind: 'agreement', legal_quality: 'open', words })
    expect((await edit('Canary-edited')).status).toBe(303)
    await day.mediator.send(page, {}, `${page}/close`)
    expect((await edit('Canary-late')).html).toContain('This session has ended')
    const change = day.db.look(`UPDATE ev.session_note SET words = 'x' WHERE id = $1`, [row?.id])
    await expect(change).rejects.toMatchObject({ constraint: 'note_session_closed' })
  })

  test('are not there for whose case it is not', async () => {
    const { stranger, coordinator } = day
    for (const reader of [stranger, coordinator]) {
      const seen = await reader.get(page)
      expect([seen.status, seen.html.includes('Canary')]).toEqual([404, false])
    }
  })
})
