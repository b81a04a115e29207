import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayFields, type OfficeDay, officeDay } from '../../../test/support/office-day.ts'
import { wordsOf } from '../../../test/support/visitor.ts'
import { accessesOf } from '../../policy/grants.ts'
import type { Id } from '../../values/ids.ts'

let day: OfficeDay
let page: string
beforeAll(async () => {
  day = await officeDay()
  const [child] = await day.db.look<{ id: string }>('SELECT id FROM ev.child LIMIT 1')
  page = `/office/cases/${day.caseId}/children/${child?.id}/arrangements`
})
afterAll(() => day?.end())

const said = (by: string, on: string, told: Readonly<Record<string, string>>) =>
  day.mediator.send(page, { by, ...dayFields('said', on), ...told })
const shown = async () => wordsOf((await day.mediator.get(page)).html)

test('T11: what each parent tells of a child is kept apart, and what both agreed stands first', async () => {
  expect((await said('A', '2026-11-01', { lives: 'Canaryweeks with each' })).status).toBe(303)
  await said('B', '2026-11-02', { holidays: 'Canaryhalf of each' })
  await said('both', '2026-11-03', { school: 'Canaryschool stays' })
  expect(await shown()).toMatch(/both agreed.*Canaryschool.*tells it.*Canaryhalf.*tells it.*Canaryweeks/)
  expect(wordsOf((await day.mediator.get(`/office/cases/${day.caseId}`)).html)).toContain('Arrangements for Ivy')
})

test('a change is a new record, and the old one stays and can be read', async () => {
  await said('A', '2026-11-10', { lives: 'Canarymostly here' })
  expect(await shown()).toMatch(/Canarymostly.*What was said before \(1\).*Canaryweeks/)
  const rights = await day.db.look(
    `SELECT r.rolname FROM pg_roles r WHERE r.rolname LIKE $1 AND r.rolname <> $2 AND NOT r.rolsuper
        AND has_any_column_privilege(r.oid, 'ev.arrangement', 'UPDATE')`,
    [`${day.db.place.prefix}\\_%`, `${day.db.place.prefix}_owner`],
  )
  expect(rights).toEqual([])
})

test('nothing, or a day that has not come, is not kept, and what was typed stands there again', async () => {
  expect((await said('A', '2026-11-10', {})).status).toBe(422)
  const early = await said('A', '2099-01-01', { lives: 'Canarytyped' })
  expect([early.status, early.html.includes('Canarytyped')]).toEqual([422, true])
  await expect(day.db.look(`UPDATE ev.arrangement SET said_on = '2099-01-01'`)).rejects.toMatchObject({ code: '23514' })
})

test('it is seen by the mediator of the case and by nobody who has not that work', async () => {
  for (const browser of [day.coordinator, day.stranger]) expect((await browser.get(page)).status).toBe(404)
  const readers = accessesOf(day.db.policy).filter((it) => it.reads.has('child.arrangements'))
  expect(readers.map((it) => `${it.area} ${it.purpose}`).toSorted()).toEqual(['office mediation', 'portal mediation'])
})

test('that both agreed is the deed of somebody by name, and they stand with it', async () => {
  expect(await shown()).toMatch(new RegExp(`both agreed.*Canaryschool.*Written down by.*${day.mediator.staff.name}`))
  const agreed = await day.db.look(
    `SELECT actor FROM ev.access_log WHERE act = 'child.arrangement-agreed' AND case_id = $1`,
    [day.caseId],
  )
  expect(agreed).toEqual([{ actor: day.mediator.staff.id }])
})

test.each([
  ['A', ['A', 'both']],
  ['B', ['B', 'both']],
])(
  'in the database party %s has what they told and what both agreed, and nothing of the other',
  async (side, zones) => {
    const [party] = await day.db.look<{ id: Id }>(
      'SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2',
      [day.caseId, side],
    )
    const deed = { purpose: 'mediation', deed: 'child.arrangements-listed' } as const
    const rows = await day.db.desk.portal.read(party?.id ?? null, deed, ({ queries }) =>
      queries.selectFrom('arrangement').select('zone').distinct().orderBy('zone').execute(),
    )
    expect(rows.map((it) => it.zone)).toEqual(zones)
  },
)
