import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OfficeDay, officeDay } from '../../../test/support/office-day.ts'
import { wordsOf } from '../../../test/support/visitor.ts'
import { newId } from '../../values/ids.ts'
import { recordMiam, recordScreening } from '../sessions/index.ts'
import { stepOf } from './index.ts'

let day: OfficeDay
beforeAll(async () => {
  day = await officeDay()
})
afterAll(() => day?.end())

const listed = async (who: 'coordinator' | 'mediator' | 'stranger', query = '') =>
  wordsOf((await day[who].get(`/office/cases${query}`)).html)
const step = (actor: 'coordinator' | 'mediator' | 'stranger', purpose: 'booking' | 'screening' = 'booking') =>
  day.db.desk.office.read(day[actor].staff.id, { purpose, deed: 'case.next-seen' }, (scope) =>
    stepOf(scope, day.caseId),
  )

async function metA(): Promise<void> {
  const words = { information_given: 'x', benefits_explained: 'x', way_suited: 'x', how_to_proceed: 'x' }
  const heldOn = Temporal.PlainDate.from('2026-11-20')
  const common = { key: newId(), caseId: day.caseId, side: 'A', appointmentId: null, heldOn } as const
  const given = { ...common, ...words, suitable: 'yes', legalQuality: 'without_prejudice' } as const
  const miam = await recordMiam(day.db.desk.office, day.office.mediator, given)
  if (!miam.done) throw new Error(miam.reason)
  const risk = { key: newId(), caseId: day.caseId, side: 'A', abuseRisk: 'none', childRisk: 'none' } as const
  await recordScreening(day.db.desk.office, day.office.mediator, { ...risk, miamId: miam.value.miamId as never })
}

describe('what comes next', () => {
  test('stands at the top of the case and in the list, and moves on with what happens', async () => {
    expect(wordsOf((await day.coordinator.get(`/office/cases/${day.caseId}`)).html)).toContain(
      'What comes nextBook a MIAM with Tess',
    )
    await metA()
    const page = wordsOf((await day.coordinator.get(`/office/cases/${day.caseId}`)).html)
    expect(page).toContain(
      'What comes nextSay whether Otto may be invitedTess has had theirs, Otto is not invited yet. Waits for the mediator, since Fri 20 Nov.',
    )
    expect(await listed('coordinator')).toContain('Say whether Otto may be invitedthe mediator, since Fri 20 Nov')
  })

  test('says whom it waits for, and the list can be narrowed to those', async () => {
    expect(await listed('coordinator', '?waits=mediator')).toContain('Say whether Otto may be invited')
    expect(await listed('coordinator', '?waits=coordinator')).toContain('No case here waits for the coordinator.')
    expect(await listed('mediator', '?show=mine')).toContain('Say whether Otto may be invited')
    expect(await listed('mediator', '?show=mine&waits=parties')).toContain('No case here waits for the parties.')
  })

  test('follows the invitation of the other party, and says why it waits', async () => {
    const change = (sql: string) => day.db.look(sql, [day.caseId])
    const now = async () => `${(await step('coordinator'))?.words}: ${(await step('coordinator'))?.why}`
    const [cleared, answered] = ['2026-11-21T09:00Z', '2026-11-21T10:00Z']
    await change(`UPDATE ev.invitation SET clearance = 'cleared', cleared_at = '${cleared}' WHERE case_id = $1`)
    expect(await now()).toBe('Invite Otto: Tess has had theirs, Otto is not invited yet')
    await change(
      `INSERT INTO ev.invitation_answer (invitation_id, case_id, answer, way, made_at)
       SELECT id, case_id, 'decline', 'telephone', '${answered}' FROM ev.invitation WHERE case_id = $1`,
    )
    expect(await now()).toBe('Look at the answer of Otto: They answered our invitation')
    await change(`UPDATE ev.invitation SET outcome = 'declined', outcome_on = '2026-11-21' WHERE case_id = $1`)
    expect(await now()).toContain('Close the case, or say why it goes on')
    await change(
      `UPDATE ev.invitation SET outcome = NULL, outcome_on = NULL, clearance = 'stopped', cleared_at = '2026-11-21T11:00Z' WHERE case_id = $1`,
    )
    expect(await now()).toContain('must not be invited')
  })

  test('shows no way where the one who looks may not go', async () => {
    await day.db.look('DELETE FROM ev.screening')
    const address = `/office/cases/${day.caseId}`
    const button = 'role="button" draggable="false" class="govuk-button govuk-!-margin-bottom-0"'
    expect((await day.mediator.get(address)).html).toContain(button)
    const { html } = await day.coordinator.get(address)
    expect(wordsOf(html)).toContain('Record the safety assessment of Tess')
    expect(html).not.toContain(button)
  })

  test('is told of nobody else’s case, and for no other purpose than booking and mediating', async () => {
    expect(await step('mediator')).toMatchObject({ waitsFor: 'mediator' })
    expect(await step('stranger')).toBeNull()
    const ask = (who: 'coordinator' | 'mediator' | 'stranger', purpose: 'booking' | 'papers' | 'screening') =>
      day.db.desk.office.read(day[who].staff.id, { purpose, deed: 'case.next-seen' }, async ({ queries }) => {
        const { sql } = await import('kysely')
        return (await sql`SELECT what FROM ev.case_milestones(ARRAY[${day.caseId}]::uuid[])`.execute(queries)).rows
      })
    expect(await ask('coordinator', 'booking')).toEqual([{ what: 'miam' }, { what: 'invitation' }])
    expect(await ask('coordinator', 'papers')).toEqual([])
    expect(await ask('stranger', 'booking')).toEqual([])
  })
})
