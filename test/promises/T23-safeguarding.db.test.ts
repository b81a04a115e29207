import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../src/values/ids.ts'
import { aConcern } from '../support/a-concern.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let supervisor: Visitor
let officer: Visitor
let page: string
beforeAll(async () => {
  day = await officeDay()
  supervisor = await day.whole.signedIn('supervisor')
  officer = await day.whole.signedIn('privacyOfficer')
  page = `/office/cases/${day.caseId}/concerns/new`
})
afterAll(() => day?.end())

const worry = { at_risk: 'child', who: 'The younger one', seen: 'A bruise', seen_by: '' }
const decided = { decision: 'tell', reason: 'A bruise', consent: 'refused', consent_reason: '' }
const told = { recipient: 'safeguardingBodies', words: 'A bruise', why: 'To look', how: 'telephone' }
const record = async (more: Record<string, string | string[]> = {}) => {
  const answer = await day.mediator.send(page, { ...worry, ...more })
  expect(answer.status).toBe(303)
  return answer.location ?? ''
}
const sendTo = (browser: Visitor, address: string, act: string, typed: Record<string, string>) =>
  browser.send(address, typed, `${address}/${act}`)

describe('T23: somebody is told when a person may come to harm, with the reason, also without consent', () => {
  test('another decides than who recorded it, and those who can help are told though nobody agreed', async () => {
    const address = await record()
    expect(wordsOf((await day.mediator.get(address)).html)).toContain('somebody else decides')
    expect(wordsOf((await supervisor.get('/office/today')).html)).toContain('Decide about a worry')
    expect((await sendTo(supervisor, address, 'decide', decided)).status).toBe(303)
    expect((await sendTo(supervisor, address, 'tell', told)).status).toBe(303)
    const [row] = await day.db.look<{ hidden: boolean; sent: boolean }>(
      `SELECT hidden, sent_at IS NOT NULL AS sent FROM ev.disclosure WHERE ground = 'safeguarding'`,
    )
    expect(row).toEqual({ hidden: true, sent: true })
    expect((await day.coordinator.get('/office/disclosures')).html).not.toContain('serious harm')
  })

  test('the database itself refuses one who decides alone without need, and what nobody decided to tell', async () => {
    const id = await aConcern(day.db, day.caseId, day.office.mediator)
    const alone = `UPDATE ev.concern SET urgent = false, decision = 'tell', decision_reason = 'x', consent = 'refused',
      decided_by = recorded_by, decided_at = recorded_at, review_by = recorded_at WHERE id = $1`
    await expect(day.db.look(alone, [id])).rejects.toThrow(/concern_two_people/)
    const early = `INSERT INTO ev.disclosure (case_id, recipient, ground, side, hidden, concern_id, words, words_quality, reason, decided_by, policy_hash)
      VALUES ($1, 'safeguardingBodies', 'safeguarding', 'both', true, $2, 'x', 'open', 'x', $3, 'x')`
    await expect(day.db.look(early, [day.caseId, id, day.office.mediator])).rejects.toThrow(/nobody decided/)
  })

  test('who has no time decides alone, and a second looks at it within 72 hours', async () => {
    const address = await record({ 'urgent[]': ['yes'] })
    expect((await sendTo(day.mediator, address, 'decide', decided)).status).toBe(303)
    const [row] = await day.db.look<{ hours: number }>(
      `SELECT (extract(epoch FROM review_by - decided_at) / 3600)::int AS hours FROM ev.concern WHERE review_by IS NOT NULL`,
    )
    expect(row?.hours).toBe(72)
    expect(wordsOf((await day.mediator.get(address)).html)).toContain('somebody else looks at it')
    expect(wordsOf((await officer.get('/office/today')).html)).toContain('decided alone')
    expect((await sendTo(officer, address, 'review', { review: 'It was right' })).status).toBe(303)
    expect((await sendTo(officer, address, 'close', {})).status).toBe(303)
  })

  test('whoever takes the calls records what they hear, and sees no more of it', async () => {
    const count = async () =>
      (await day.db.look(`SELECT FROM ev.concern WHERE recorded_by = $1`, [day.office.coordinator])).length
    expect(wordsOf((await day.coordinator.get(`/office/cases/${day.caseId}`)).html)).toContain('A worry about somebody')
    expect((await day.coordinator.get(page)).status).toBe(200)
    const answer = await day.coordinator.send(page, { ...worry, seen: 'She cried on the telephone' })
    expect(answer.location).toBe(`/office/cases/${day.caseId}/concerns/handed-in`)
    expect(await count()).toBe(1)
    expect(wordsOf((await day.coordinator.get(answer.location ?? '')).html)).toContain('A supervisor has it')
    const [made] = await day.db.look<{ id: Id }>('SELECT id FROM ev.concern WHERE recorded_by = $1', [
      day.office.coordinator,
    ])
    for (const address of [`/office/concerns/${made?.id}`, '/office/concerns', '/office/break-glass/new'])
      expect((await day.coordinator.get(address)).status).toBe(404)
    expect((await day.coordinator.get('/office/today')).html).not.toContain('href="/office/concerns"')
    expect(wordsOf((await supervisor.get(`/office/concerns/${made?.id}`)).html)).toContain('She cried on the telephone')
    expect((await day.stranger.post(page, { ...worry })).status).not.toBe(303)
  })

  test('a colleague without the file opens it for an hour with a reason, and the privacy officer hears of it', async () => {
    const [file] = await day.db.look<{ reference: string }>('SELECT reference FROM ev.case_file WHERE id = $1', [
      day.caseId,
    ])
    const address = `/office/cases/${day.caseId}`
    expect((await day.stranger.get(address)).status).toBe(404)
    const asked = { reference: file?.reference ?? '', reason: '' }
    expect((await day.stranger.send('/office/break-glass/new', asked)).status).toBe(422)
    const opened = await day.stranger.send('/office/break-glass/new', { ...asked, reason: 'A child is in danger' })
    expect(opened.location).toBe(address)
    expect(wordsOf((await day.stranger.get(address)).html)).toContain('A file that is not yours is open to you')
    expect(wordsOf((await officer.get('/office/today')).html)).toContain('opened a file that is not theirs')
    const listed = wordsOf((await officer.get('/office/oversight/openings')).html)
    expect(listed).toContain(`${file?.reference}`)
    expect(listed).toContain('A child is in danger')
    day.db.clock.forward('PT61M')
    expect((await day.stranger.get(address)).status).toBe(404)
    const page = wordsOf((await day.stranger.get('/office/today')).html)
    expect(page).not.toContain('is open to you until')
  })

  test('whoever keeps away from a file does not come in by this door', async () => {
    const [party] = await day.db.look<{ person: Id }>('SELECT person_id AS person FROM ev.party WHERE case_id = $1', [
      day.caseId,
    ])
    await day.db.look('INSERT INTO ev.wall (person_id, staff_id) VALUES ($1, $2)', [
      party?.person,
      day.stranger.staff.id,
    ])
    const [file] = await day.db.look<{ reference: string }>('SELECT reference FROM ev.case_file WHERE id = $1', [
      day.caseId,
    ])
    const typed = { reference: file?.reference ?? '', reason: 'I want to look' }
    const answer = await day.stranger.send('/office/break-glass/new', typed)
    expect(wordsOf(answer.html)).toContain('No case of this number')
  })
})
