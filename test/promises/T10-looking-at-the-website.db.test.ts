import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicPages } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { newRows, wholeDatabase } from '../support/whole-database.ts'
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

/** What a browser tells a server without being asked, each with a word of its own. */
const told = {
  'user-agent': 'CanaryBrowser/7.7 (canary-machine)',
  referer: 'https://canary-search.example/?q=canary-words',
  'accept-language': 'cy-canary',
  cookie: 'other=canary-cookie',
  'x-forwarded-for': '203.0.113.77',
  dnt: '1',
}
const address = '203.0.113.78'

/** Looks at every page as one visitor, and answers what that left behind in the database. */
async function left(look: (path: string) => Promise<{ status: number }>): Promise<Record<string, string[]>> {
  const before = await wholeDatabase(db)
  for (const path of pages) expect((await look(path)).status, path).toBe(200)
  return newRows(before, await wholeDatabase(db))
}

describe('T10: looking at the website leaves behind what the visitor agreed to, and no more', () => {
  test('without an answer, a line of the log for each page, which tells of nobody', async () => {
    expect(pages.length).toBeGreaterThan(12)
    const visitor = whole.visitor(address)
    const rows = await left((path) => visitor.get(`${path}?from=canary-query`, told))
    expect(visitor.cookies.size).toBe(0)
    expect(Object.keys(rows)).toEqual(['ev.access_log'])
    const log = await db.look('SELECT DISTINCT actor, case_id, subject_id FROM ev.access_log WHERE act = $1', [
      'settings.read',
    ])
    expect(log).toEqual([{ actor: null, case_id: null, subject_id: null }])
    expect(JSON.stringify(rows)).not.toMatch(/canary|203\.0\.113/i)
  })

  test('after a no, the same', async () => {
    const visitor = whole.visitor(address)
    await visitor.send('/', { choice: 'refused', back: '/' }, '/cookies')
    const rows = await left((path) => visitor.get(path, { 'user-agent': told['user-agent'] }))
    expect([...visitor.cookies.keys()]).toEqual(['cookie_choice'])
    expect(Object.keys(rows)).toEqual(['ev.access_log'])
  })

  test('after a yes, one more on the count of each page, and the mark that it was counted once', async () => {
    const visitor = whole.visitor(address)
    await visitor.send('/', { choice: 'accepted', back: '/' }, '/cookies')
    const rows = await left((path) => visitor.get(path))
    expect([...visitor.cookies.keys()]).toEqual(['cookie_choice'])
    expect(Object.keys(rows)).toEqual(['ev.access_log', 'ev.page_count', 'ev.request_key'])
    // A key is random and made anew for each reading: it ties no two of them together.
    const keys = await db.look<{ answer: unknown; actor: unknown }>(
      `SELECT DISTINCT answer, actor FROM ev.request_key WHERE act = 'page.counted'`,
    )
    expect(keys).toEqual([{ answer: {}, actor: null }])
  })

  test('nothing of a visitor reaches the log of the program', async () => {
    await whole.visitor(address).get('/costs?from=canary-query', told)
    expect(whole.logged()).toContain('"route":"/costs"')
    expect(whole.logged()).not.toMatch(/canary|203\.0\.113/i)
  })
})
