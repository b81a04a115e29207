import { afterAll, beforeAll, expect, test } from 'vitest'
import { liftHold, placeHold } from '../../src/features/cases/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { bothSign } from '../support/both-sign.ts'
import { close } from '../support/case-life.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'

let day: OfficeDay
let officer: Id
beforeAll(async () => {
  day = await officeDay()
  officer = day.office.privacyOfficer
}, 240_000)
afterAll(() => day?.end())

test('T29: what a hold alone still keeps is read for a claim and for nothing else, until it is lifted', async () => {
  const { db, caseId, coordinator, mediator } = day
  const privacyOfficer = await day.whole.browserOf({ id: officer, name: 'Test officer', role: 'privacyOfficer' })
  await bothSign(db, caseId)
  await db.look(
    `INSERT INTO ev.session_record (case_id, zone, legal_quality, held_on, way, discussed, author)
     VALUES ($1, 'both', 'without_prejudice', '2026-11-01', 'shuttle', 'Qzheldwords', $2)`,
    [caseId, day.office.mediator],
  )
  const held = `/office/retention/cases/${caseId}/held`
  expect((await privacyOfficer.get(held)).status).toBe(404)
  await close(db, day.office, caseId)
  const today = db.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
  const about = { kind: 'claim', authority: 'solicitor', reason: 'A claim' } as const
  const reviewOn = today.add({ months: 3 }).toString()
  const placed = await placeHold(db.desk.office, officer, { key: newId(), caseId, ...about, reviewOn })
  expect(placed.done).toBe(true)
  const page = `/office/cases/${caseId}`
  // Its own time runs still, so it is used as before.
  expect((await mediator.get(page)).status).toBe(200)

  const state = `INSERT INTO ev.retention_state (aggregate, aggregate_id, rule, policy_hash, due_on, status, reason)
    VALUES ('case', $1, 'clientFile', $2, $3, 'deferred', 'hold')`
  await db.look(state, [caseId, db.policy.hash, today.subtract({ days: 1 }).toString()])
  for (const browser of [coordinator, mediator]) expect((await browser.get(page)).status).toBe(404)
  const found = await coordinator.send('/office/today', { q: 'Testcaller' }, '/office/search')
  expect(found.html).not.toContain(caseId)
  expect((await privacyOfficer.get(held)).html).toContain('Qzheldwords')
  expect((await privacyOfficer.get(page)).status).toBeGreaterThanOrEqual(400)
  expect((await coordinator.get(held)).status).toBeGreaterThanOrEqual(400)

  const holdId = placed.done ? (placed.value.holdId as Id) : newId()
  expect((await liftHold(db.desk.office, officer, { key: newId(), caseId, holdId })).done).toBe(true)
  expect((await privacyOfficer.get(held)).status).toBe(404)
  const [left] = await db.look<{ due: string }>('SELECT due_on::text AS due FROM ev.retention_state')
  expect(left?.due).toBe(today.subtract({ days: 1 }).toString())
})
