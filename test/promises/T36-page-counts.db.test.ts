import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../../src/platform/clock/service-clock.ts'
import { publicPages } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import type { Visitor } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let pages: readonly string[]
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  pages = await publicPages(whole)
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const counts = () => db.look('SELECT day::text, path, views FROM ev.page_count ORDER BY path')
const choose = async (visitor: Visitor, choice: 'accepted' | 'refused') => {
  await visitor.send('/', { choice, back: '/' }, '/cookies')
  return visitor
}
const readAll = async (visitor: Visitor) => {
  for (const page of pages) await visitor.get(page)
}

describe('T36: reading is counted to improve the website, after a yes and without a device', () => {
  test('nothing before the choice, nothing after a no, nothing on a cookie that was made up', async () => {
    await readAll(whole.visitor())
    await readAll(await choose(whole.visitor(), 'refused'))
    for (const value of ['accepted', 'accepted.00000000', 'yes', 'accepted.']) {
      const visitor = whole.visitor()
      visitor.cookies.set('cookie_choice', value)
      await visitor.get('/costs')
    }
    expect(await counts()).toEqual([])
  })

  test('after a yes each page once for each time that it is read, whoever reads it', async () => {
    const first = await choose(whole.visitor('203.0.113.1'), 'accepted')
    const second = await choose(whole.visitor('203.0.113.2'), 'accepted')
    for (const visitor of [first, second, first]) await visitor.get('/costs')
    await first.get('/getting-started')
    const day = dayOf(db.clock.now()).toString()
    expect(await counts()).toEqual([
      { day, path: '/costs', views: 3 },
      { day, path: '/getting-started', views: 1 },
    ])
  })

  test('what cannot be found, what is sent and what bears somebody’s reference is not counted', async () => {
    const visitor = await choose(whole.visitor(), 'accepted')
    const before = await counts()
    await visitor.get('/no-such-page')
    await visitor.get(pages.find((it) => it.startsWith('/sent/')) ?? '')
    await visitor.send('/contact', {}, '/contact')
    await visitor.get('/health')
    // The form was looked at before it was sent.
    const more = (await counts()).filter((it) => JSON.stringify(it).includes('/contact'))
    expect((await counts()).length - before.length).toBe(more.length)
  })

  test('the count has a day, a page and a number, and nothing that could tell readers apart', async () => {
    const columns = await db.look<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'ev.page_count'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    )
    expect(columns.map((it) => it.name)).toEqual(['day', 'path', 'views'])
    const one = await choose(whole.visitor(), 'accepted')
    const other = await choose(whole.visitor(), 'accepted')
    expect(one.cookies.get('cookie_choice')).toBe(other.cookies.get('cookie_choice'))
    for (const visitor of [one, other]) {
      await visitor.get('/')
      expect((await visitor.get('/')).setCookies).toEqual([])
    }
  })

  test('visitors can add to it and not read it, and nobody in the office reads it but those whom the policy names', async () => {
    const read = (desk: 'public' | 'office', purpose: 'websiteStatistics' | 'booking' | 'accountability') =>
      db.desk[desk].read(null, { purpose, deed: 'page.counted' }, ({ queries }) =>
        queries.selectFrom('page_count').select(['path', 'views']).execute(),
      )
    await expect(read('public', 'websiteStatistics')).rejects.toMatchObject({ code: '42501' })
    await expect(read('office', 'booking')).rejects.toMatchObject({ code: '42501' })
    await expect(read('office', 'accountability')).resolves.toEqual([])
  })

  test('the office sees whole months, rounded, and no number so small that it might be somebody', async () => {
    const visitor = await choose(whole.visitor(), 'accepted')
    for (let reading = 0; reading < 8; reading++) await visitor.get('/what-is-a-miam')
    const administrator = await whole.signedIn('administrator')
    const shown = async () => (await administrator.get('/office/settings/page-counts')).html.replaceAll(/<[^>]+>/g, ' ')
    expect(await shown()).not.toContain('/what-is-a-miam')
    db.clock.set('2026-12-02T10:00:00Z')
    expect(await shown()).toMatch(/November 2026.*\/what-is-a-miam\s*10/s)
    expect(await shown()).toMatch(/\/costs\s*under 5/)
    expect((await (await whole.signedIn('coordinator')).get('/office/settings/page-counts')).status).toBe(404)
  })

  test('the policy hides small numbers, and lets no other company count', () => {
    const { pages: shown } = db.policy.statistics
    expect([shown?.from, shown?.threshold]).toEqual(['website.counts', 5])
    const { websiteStatistics } = db.policy.purposes
    expect(websiteStatistics?.subjects.visitor?.basis.a6).toBe('consent')
    expect(websiteStatistics?.recipients).toEqual(['hosting'])
  })
})
