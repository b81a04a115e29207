import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bothSign } from '../support/both-sign.ts'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
beforeAll(async () => {
  day = await officeDay()
  await bothSign(day.db, day.caseId)
})
afterAll(() => day?.end())

const page = (zone: string) => `/office/cases/${day.caseId}/sessions/new/${zone}`
const session = {
  ...dayFields('held_on', '2026-11-20'),
  way: 'shuttle',
  discussed: 'Canary-discussed: school,\nand where the cat lives',
  agreed: 'Canary-agreed: <b>Wednesdays</b>',
  legal_quality: 'without_prejudice',
}

describe('T05: what happens in a mediation session is kept', () => {
  test('when and how it was, what was discussed and what was agreed, by whom it was written', async () => {
    const sent = await day.mediator.send(page('both'), session)
    const shown = await day.mediator.get(String(sent.location))
    const words = wordsOf(shown.html)
    for (const text of ['Friday 20 November 2026', 'Canary-discussed', 'Canary-agreed: <b>Wednesdays</b>'])
      expect(words).toContain(text)
    expect(words).toMatch(/shuttle/i)
    expect(words).toContain('Written by Test mediator')
    expect(shown.html).not.toContain('<b>Wednesdays')
  })

  test('it stands on the page of its case', async () => {
    const { html } = await day.mediator.get(`/office/cases/${day.caseId}`)
    const [{ id } = { id: '' }] = await day.db.look<{ id: string }>('SELECT id FROM ev.session_record')
    expect(html).toContain(`/office/sessions/${id}`)
  })

  test.each(['held_on-day', 'way', 'discussed', 'legal_quality'])(
    'without %s it is not saved, and nothing is lost',
    async (missing) => {
      const before = (await day.db.look('SELECT FROM ev.session_record')).length
      const sent = await day.mediator.send(page('both'), { ...session, [missing]: '' })
      expect(sent.status).toBe(422)
      expect(sent.html).toContain(missing === 'discussed' ? 'Canary-agreed' : 'Canary-discussed')
      expect(await day.db.look('SELECT FROM ev.session_record')).toHaveLength(before)
    },
  )

  test('it may be that nothing was agreed', async () => {
    expect((await day.mediator.send(page('b'), { ...session, agreed: '' })).status).toBe(303)
  })

  test('each belongs to one zone of the file, with its legal quality', async () => {
    for (const zone of ['a', 'office']) await day.mediator.send(page(zone), { ...session, legal_quality: 'open' })
    const rows = await day.db.look('SELECT zone, legal_quality FROM ev.session_record ORDER BY zone')
    expect(rows).toEqual([
      { zone: 'A', legal_quality: 'open' },
      { zone: 'B', legal_quality: 'without_prejudice' },
      { zone: 'both', legal_quality: 'without_prejudice' },
      { zone: 'office', legal_quality: 'open' },
    ])
    expect((await day.mediator.get(page('elsewhere'))).status).toBe(404)
  })

  test('what is saved cannot be changed, by any colleague or by the software itself', async () => {
    const roles = await day.db.look(
      `SELECT r.rolname, a.attname FROM pg_roles r CROSS JOIN pg_attribute a
        WHERE a.attrelid = ANY ('{ev.session_record,ev.miam_record,ev.screening,ev.session_summary}'::regclass[]) AND a.attnum > 0
          AND starts_with(r.rolname, $1) AND r.rolname <> $2 AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')`,
      [`${day.db.place.prefix}_`, `${day.db.place.prefix}_owner`],
    )
    expect(roles).toEqual([])
  })

  test('nobody reads it whose case it is not', async () => {
    const [{ id } = { id: '' }] = await day.db.look<{ id: string }>('SELECT id FROM ev.session_record')
    for (const reader of [day.stranger, day.coordinator]) {
      const seen = await reader.get(`/office/sessions/${id}`)
      expect([seen.status, seen.html.includes('Canary')]).toEqual([404, false])
    }
  })
})
