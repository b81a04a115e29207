import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OfficeDay, officeDay } from '../../../test/support/office-day.ts'

let day: OfficeDay
beforeAll(async () => {
  day = await officeDay()
})
afterAll(() => day?.end())

test('of many cases that came in one moment each is listed once, page after page', async () => {
  // As an import brings them: all in one moment.
  const made = await day.db.look<{ id: string }>(
    `INSERT INTO ev.case_file (reference, channel, opened_at, topic, mediator_id)
     SELECT 'T' || n, 'telephone', '2026-11-02T09:00:00.123456Z', 'money', $1 FROM generate_series(1, 120) AS n RETURNING id`,
    [day.mediator.staff.id],
  )
  const listed: string[] = []
  let path: string | undefined = '/office/cases?show=live'
  for (let pages = 0; path && pages < 10; pages++) {
    const { html } = await day.coordinator.get(path)
    listed.push(...[...html.matchAll(/<a[^>]*href="\/office\/cases\/([0-9a-f-]{36})"/g)].map((it) => it[1] ?? ''))
    path = /href="(\/office\/cases\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(listed.filter((id) => made.some((it) => it.id === id)).toSorted()).toEqual(made.map((it) => it.id).toSorted())
})

test.each(['nonsense', '2026-11-02T09:00:00Z', '2026-11-02T09:00:00Z~7'])(
  'a place that is none is the top: %s',
  async (after) => {
    const { status, html } = await day.coordinator.get(`/office/cases?show=live&after=${after}`)
    expect([status, html.includes(`/office/cases/${day.caseId}`) || html.includes('after=')]).toEqual([200, true])
  },
)
