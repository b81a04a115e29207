import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let personId = ''
let mediator = ''
beforeAll(async () => {
  day = await officeDay()
  const rows = await day.db.look<{ id: string }>(
    `SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'A'`,
    [day.caseId],
  )
  personId = rows[0]?.id ?? ''
  mediator = day.mediator.staff.id
})
afterAll(() => day?.end())

const bookPath = () => `/office/cases/${day.caseId}/book`
const booking = (date: string, more: Record<string, string> = {}) => ({
  ...{ what: 'miam-A', mediator, ...dayFields('date', date), time: '10:00', minutes: '60', place: 'telephone' },
  ...more,
})
const waiting = () =>
  day.db.look(`SELECT FROM ev.task WHERE kind = 'confirm-details' AND subject_id = $1 AND done_at IS NULL`, [personId])
const page = async (path: string) => wordsOf((await day.coordinator.get(path)).html)

describe('S21: details are kept current', () => {
  test('a booking asks whether they are right; where nobody has asked, somebody must', async () => {
    expect(await page(bookPath())).toContain('Are their details still right?')
    const sent = await day.coordinator.send(bookPath(), booking('2026-12-01'))
    expect(sent.location).toMatch(/^\/office\/appointments\//)
    expect(await waiting()).toHaveLength(1)
  })

  test('one press says that they were confirmed, and on which day', async () => {
    const file = `/office/cases/${day.caseId}`
    await day.coordinator.send(file, {}, `${file}/people/${personId}/confirmed`)
    expect(await waiting()).toEqual([])
    expect(await page(`/office/cases/${day.caseId}`)).toContain('Details last confirmed with them on 23 November 2026')
    expect(await page(bookPath())).toContain('Last time on 23 November 2026')
  })

  test('a booking soon after asks nobody again; one after longer than the policy says does', async () => {
    await day.coordinator.send(bookPath(), booking('2026-12-02'))
    expect(await waiting()).toEqual([])
    day.db.clock.forward(day.db.policy.clocks.details.confirmAgain)
    await day.coordinator.send(bookPath(), booking('2027-06-01'))
    expect(await waiting()).toHaveLength(1)
    await day.coordinator.send(bookPath(), booking('2027-06-02', { 'confirmed[]': 'A' }))
    expect(await waiting()).toEqual([])
  })

  test('what was put right stands with what was, who said so, and who wrote it', async () => {
    const path = `/office/cases/${day.caseId}/people/${personId}`
    const name = { given_name: 'Alexandra', family_name: 'Corrected', known_as: '', said_by: 'self' }
    await day.coordinator.send(path, { ...name, ...dayFields('birth_date', '1981-04-07') })
    const [row] = await day.db.look(
      `SELECT was IS NOT NULL AS had, became, said_by, corrected_by FROM ev.person_correction WHERE field = 'family_name'`,
    )
    expect(row).toEqual({ had: true, became: 'Corrected', said_by: 'self', corrected_by: day.coordinator.staff.id })
    expect(await page(path)).toContain('Corrected before')
  })
})
