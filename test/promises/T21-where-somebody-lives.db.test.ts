import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classification } from '../../src/app/classification.ts'
import { replaceWayToReach } from '../../src/features/cases/actions/replace-way-to-reach.ts'
import { accessesOf, grantsOf } from '../../src/policy/grants.ts'
import { asId, newId } from '../../src/values/ids.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let people: { id: string; side: string }[] = []
beforeAll(async () => {
  day = await officeDay()
  const neutral = `INSERT INTO ev.setting (key, value, in_force_from) VALUES ('contact.neutral-name', 'Harbour House', '2020-01-01')`
  await day.db.look(neutral)
  people = await day.db.look('SELECT person_id AS id, side FROM ev.party WHERE case_id = $1 ORDER BY side', [
    day.caseId,
  ])
})
afterAll(() => day?.end())

const pageOf = (side: 'A' | 'B') => `/office/cases/${day.caseId}/people/${people.find((it) => it.side === side)?.id}`
const add = (side: 'A' | 'B', value: string, more: Record<string, string> = {}) =>
  day.coordinator.send(`${pageOf(side)}/contact`, {
    ...{ kind: 'address', value, postcode: 'NR1 3AA', source: 'self', safety: 'safe', voicemail_safety: 'not_asked' },
    ...more,
  })
const tasks = (kind: string) => day.db.look('SELECT FROM ev.task WHERE kind = $1 AND done_at IS NULL', [kind])

describe('T21: where somebody lives', () => {
  test('is read for one purpose, in the office, and to end it', () => {
    const readers = grantsOf(day.db.policy, classification).filter(
      (it) =>
        it.table === 'whereabouts' && it.privilege === 'SELECT' && (it.column === null || it.column === 'address'),
    )
    expect(readers.map((it) => `${it.area} ${it.purpose}`)).toEqual(['office letters'])
    const may = accessesOf(day.db.policy).filter((it) => it.purpose === 'letters')
    expect(may.map((it) => it.area)).toEqual(['office'])
  })

  test('stands on no page of the file but its own, and on the envelope', async () => {
    await add('A', '77 Canary Court')
    expect((await day.coordinator.get(`/office/cases/${day.caseId}`)).html).not.toContain('Canary Court')
    expect(wordsOf((await day.coordinator.get(`${pageOf('A')}/whereabouts`)).html)).toContain('77 Canary Court')
    expect((await day.mediator.get(`${pageOf('A')}/whereabouts`)).status).toBeGreaterThanOrEqual(400)
    const rows = await day.db.look(`SELECT FROM ev.message WHERE message::text LIKE '%Canary Court%'`)
    expect(rows).toEqual([])
  })

  test('a change is told to the new place in neutral words, and to the old one in no way', async () => {
    const [old] = await day.db.look<{ id: string }>(
      `SELECT id FROM ev.contact_point WHERE person_id = $1 AND kind = 'address' AND ended_at IS NULL`,
      [people[0]?.id],
    )
    await add('A', '12 New Road', { replaces: old?.id ?? '', postcode: 'NR2 2BB' })
    const written = await day.db.look<{ id: string; to: string; words: string }>(
      `SELECT m.id, w.address AS to, m.recipient || m.subject || m.body AS words FROM ev.message m
         JOIN ev.whereabouts w ON w.contact_point_id = m.contact_point_id WHERE m.template = 'neutral-details-noted'`,
    )
    expect(written.map((it) => it.to)).toEqual(['12 New Road'])
    expect(written[0]?.words).not.toMatch(/New Road|Canary|mediat|separat|court/i)
    const sheet = wordsOf((await day.coordinator.get(`/office/messages/${written[0]?.id}/print`)).html)
    expect(sheet).toContain('12 New Road')
    const [was] = await day.db.look<{ ended: boolean }>(
      `SELECT ended_at IS NOT NULL AS ended FROM ev.whereabouts WHERE address = '77 Canary Court'`,
    )
    expect(was?.ended).toBe(true)
  })

  test('a home that is the other party’s too gets nothing else, and the office is told', async () => {
    await add('B', 'New Rd. 12', { postcode: 'nr2 2bb' })
    expect(await tasks('shared-contact')).toHaveLength(1)
    const page = wordsOf((await day.coordinator.get(`/office/cases/${day.caseId}`)).html)
    expect(page).toContain('The other party has it too')
  })

  test('nothing of one party can take the place of what is the other’s', async () => {
    const [others] = await day.db.look<{ id: string }>(
      `SELECT id FROM ev.contact_point WHERE person_id = $1 AND kind = 'address' AND ended_at IS NULL`,
      [people[0]?.id],
    )
    const point = { kind: 'address', value: '1 Elsewhere', postcode: null, source: 'self', safety: 'safe' } as const
    const outcome = await replaceWayToReach(day.db.desk.office, day.coordinator.staff.id, {
      ...{ key: newId(), caseId: day.caseId, personId: asId(people[1]?.id ?? ''), serviceName: 'Harbour' },
      hasTexts: true,
      point: { ...point, voicemailSafety: 'not_asked', replacesId: asId(others?.id ?? '') },
    })
    expect(outcome).toEqual({ done: false, reason: 'no_such' })
  })
})
