import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeCase } from '../../src/features/cases/index.ts'
import { fileStandards } from '../../src/features/casework/index.ts'
import { newId } from '../../src/values/ids.ts'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let supervisor: Visitor
let file: string
beforeAll(async () => {
  day = await officeDay()
  supervisor = await day.whole.signedIn('supervisor', 'Sue Supervisor')
  file = `/office/cases/${day.caseId}`
  await metTess()
})
afterAll(() => day?.end())

const wordsAt = async (browser: Visitor, address: string) => wordsOf((await browser.get(address)).html)
const meeting = { ...dayFields('held_on', '2026-11-20'), suitable: 'yes', legal_quality: 'without_prejudice' }
const words = { information_given: 'x', benefits_explained: 'x', way_suited: 'x', how_to_proceed: 'x' }

async function metTess(): Promise<void> {
  const sent = await day.mediator.send(`${file}/miams/new/a`, { ...words, ...meeting })
  if (sent.status !== 303) throw new Error(`the MIAM was not recorded: ${sent.status}`)
}

describe('S26: records are kept to the standards of legal aid and the profession', () => {
  test('each file is held against a dated list with its sources', async () => {
    const page = await wordsAt(day.mediator, file)
    expect(page).toContain('What this file must hold')
    for (const it of fileStandards) expect(page).toContain(it.source)
    expect(fileStandards.map((it) => it.key)).toEqual(
      expect.arrayContaining(['agreement', 'screening', 'notice', 'summary', 'review']),
    )
  })

  test('what is missing shows on its page, on Today for its mediator, and for the supervisor', async () => {
    const page = await wordsAt(day.mediator, file)
    expect(page).toMatch(/Privacy notice given, Tess\s*Missing/)
    expect(page).toMatch(/Assessment of safety, Tess\s*Missing/)
    expect(page).toMatch(/Record of the MIAM, Tess\s*There/)
    expect(await wordsAt(day.mediator, '/office/today')).toContain('2 things are missing from a file')
    expect(await wordsAt(day.stranger, '/office/today')).not.toContain('missing from a file')
    expect(await wordsAt(supervisor, '/office/reviews')).toContain('Assessment of safety, Tess Testcaller')
  })

  test('what is put right is missing no longer', async () => {
    const page = `${file}/file-items/new`
    const notice = { item: 'notice', zone: 'A', ...dayFields('on', '2026-11-20') }
    expect((await day.coordinator.send(page, notice)).status).toBe(303)
    expect(await wordsAt(day.mediator, file)).toMatch(/Privacy notice given, Tess\s*There/)
    const [miam] = await day.db.look<{ id: string }>('SELECT id FROM ev.miam_record')
    const risk = { abuse_risk: 'none', child_risk: 'none' }
    await day.mediator.send(`${file}/miams/${miam?.id}/risk/a`, risk)
    expect(await wordsAt(day.mediator, '/office/today')).not.toContain('missing from a file')
  })

  test('a day to come is refused at its field', async () => {
    const sent = await day.coordinator.send(`${file}/file-items/new`, {
      ...{ item: 'child_offer', zone: 'B' },
      ...dayFields('on', '2026-12-24'),
    })
    expect(sent.status).toBe(422)
    expect(wordsOf(sent.html)).toContain('The day must be today or before')
  })
})

describe('S26: a supervisor looks at files and agrees before a case is closed', () => {
  /** As an older page, or a program, would: the database itself refuses. */
  const closedDirectly = () =>
    closeCase(day.db.desk.office, day.office.coordinator, { key: newId(), caseId: day.caseId, outcome: 'withdrawn' })
  const live = async () => (await day.db.look<{ status: string }>('SELECT status FROM ev.case_file'))[0]?.status

  test('where the service has said so, nobody closes a case alone, whichever way they try', async () => {
    const administrator = await day.whole.signedIn('administrator', 'Ada')
    expect((await administrator.send('/office/settings/closing', { approval: 'always' })).status).toBe(303)
    expect((await day.coordinator.send(`${file}/close`, { outcome: 'miam_only' })).status).toBe(303)
    expect(await live()).toBe('live')
    expect(await closedDirectly()).toEqual({ done: false, reason: 'approval' })
    const again = await day.mediator.send(`${file}/close`, { outcome: 'miam_only' })
    expect(wordsOf(again.html)).toContain('Somebody has asked a supervisor to close it already')
  })

  test('it waits for the supervisor, on Today, on the case and in the list of reviews', async () => {
    expect(await wordsAt(supervisor, '/office/today')).toContain('Look at a file that somebody wants to close')
    expect(await wordsAt(day.coordinator, file)).toContain('Approve the closure, or send it back')
    expect(await wordsAt(supervisor, '/office/reviews')).toContain('A MIAM and nothing more')
    expect((await day.coordinator.get('/office/reviews')).status).toBe(404)
    expect((await day.mediator.get(`/office/reviews/${day.caseId}`)).status).toBe(404)
  })

  test('it is sent back with what is to be done, and that is a task', async () => {
    const page = `/office/reviews/${day.caseId}`
    const nothing = await supervisor.send(page, { verdict: 'sent_back', answer: '' }, `${page}/closure`)
    expect(wordsOf(nothing.html)).toContain('Say what is to be done before it can be closed')
    const sent = { verdict: 'sent_back', answer: 'Write to Otto first.' }
    expect((await supervisor.send(page, sent, `${page}/closure`)).status).toBe(303)
    expect(await live()).toBe('live')
    expect(await wordsAt(day.coordinator, '/office/today')).toContain('The supervisor sent a closure back')
    expect(await wordsAt(day.coordinator, file)).toContain('Write to Otto first.')
  })

  test('it is approved, and with that the case is closed and its file was reviewed', async () => {
    await day.coordinator.send(`${file}/close`, { outcome: 'withdrawn' })
    const page = `/office/reviews/${day.caseId}`
    expect((await supervisor.send(page, { verdict: 'approved', answer: '' }, `${page}/closure`)).status).toBe(303)
    expect(await live()).toBe('closed')
    const events = await day.db.look(`SELECT event FROM ev.life_event WHERE event = 'case.closed'`)
    expect(events).toHaveLength(1)
    expect(await wordsAt(day.mediator, file)).toMatch(/Review by a supervisor\s*There/)
    expect(await day.db.look(`SELECT FROM ev.task WHERE kind LIKE '%closure%' AND done_at IS NULL`)).toEqual([])
  })

  test('an approval counts once: opened again, the case needs another', async () => {
    expect((await day.coordinator.send(`${file}/reopen`, { reason: '' })).status).toBe(422)
    expect((await day.coordinator.send(`${file}/reopen`, { reason: 'They came back.' })).status).toBe(303)
    expect(await closedDirectly()).toEqual({ done: false, reason: 'approval' })
    expect((await supervisor.send(`${file}/close`, { outcome: 'withdrawn' })).status).toBe(303)
    expect(await live()).toBe('closed')
  })

  test('a review is not changed once it is written', async () => {
    const change = day.db.desk.office.act(
      (supervisor as Awaited<ReturnType<typeof day.whole.signedIn>>).staff.id,
      { purpose: 'supervision', deed: 'file.reviewed', key: newId() },
      async ({ queries }) => {
        await queries.updateTable('file_review').set({ note: 'x' }).execute()
        throw new Error('it was changed')
      },
    )
    await expect(change).rejects.toMatchObject({ code: '42501' })
  })
})
