import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffRoles } from '../../src/features/staff/index.ts'
import { roleNames } from '../../src/platform/database/role-names.ts'
import { sentDuring } from '../bench/sent-statements.ts'
import { allAtWork } from '../support/all-at-work.ts'
import { attribute, elementsOf } from '../support/html-reading.ts'
import { noticeChapters, publicPages } from '../support/public-pages.ts'
import { type Examples, examplesOf } from '../support/route-examples.ts'
import { type TestService, testService } from '../support/service.ts'
import type { Visitor } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { makeWorld, type World } from '../support/world.ts'

let db: TestService
let whole: WholeService
let world: World
let examples: Examples
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  world = await makeWorld(whole)
  examples = await examplesOf(whole, world)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

type Area = 'office' | 'portal' | 'public'
const pagesOf = (area: Area) =>
  whole.routes.filter((it) => it.area === area && it.method === 'GET').map((it) => it.path)

/** Everybody who sees pages of their own, with the patterns of all that are in their area. */
async function everybody(): Promise<{ who: string; area: Area; visitor: Visitor; paths: readonly string[] }[]> {
  const all = []
  for (const role of staffRoles)
    all.push({ who: role, area: 'office', visitor: await world.as(role), paths: pagesOf('office') } as const)
  for (const side of ['A', 'B'] as const) {
    const visitor = await world.asParty(side)
    all.push({ who: `party ${side}`, area: 'portal', visitor, paths: pagesOf('portal') } as const)
  }
  return all
}

const kilobyte = 1000
const compressed = (text: string) => brotliCompressSync(text).length

/** What a browser that was never here fetches for a page: the page, its styles and scripts, and the typeface that its words need. */
async function firstVisit(visitor: Visitor, path: string): Promise<number> {
  const { html } = await visitor.get(path)
  const named = elementsOf(html).flatMap((it) => {
    const fetched =
      it.tagName === 'script' ? attribute(it, 'src') : it.tagName === 'link' ? attribute(it, 'href') : null
    return fetched?.startsWith('/assets/') ? [fetched] : []
  })
  const typeface = (await visitor.get(named.find((it) => it.includes('.css')) ?? '')).html.match(
    /\/assets\/typeface\.[^)"']*/,
  )
  const files = new Set([...named, ...(typeface ?? [])])
  let bytes = compressed(html)
  for (const file of files) bytes += (await visitor.get(file, { 'accept-encoding': 'br' })).bytes.length
  return bytes
}

describe('what a page weighs', () => {
  test('at a first visit at most 60 kB, on the website and in the office', async () => {
    expect(await firstVisit(whole.visitor(), '/')).toBeLessThanOrEqual(60 * kilobyte)
    expect(await firstVisit(await world.as('coordinator'), '/office/today')).toBeLessThanOrEqual(60 * kilobyte)
  })

  test('later at most 10 kB, whichever page it is', async () => {
    const heavy: string[] = []
    const weigh = async (visitor: Visitor, path: string) => {
      const { html, headers } = await visitor.get(path)
      // What is handed out to be kept (a document, a picture of a code) weighs what it weighs.
      if (!String(headers['content-type']).startsWith('text/html')) return
      const bytes = compressed(html)
      if (bytes > 10 * kilobyte) heavy.push(`${path} weighs ${bytes} bytes`)
    }
    for (const path of await publicPages(whole)) await weigh(whole.visitor(), path)
    for (const { visitor, paths } of await everybody())
      for (const path of paths) await weigh(visitor, examples.pathOf(path))
    expect(heavy).toEqual([])
  }, 120_000)

  test.each(['trust', 'parents'] as const)(
    'the notice as well when all that is planned is done (%s)',
    async (policy) => {
      const other = await testService({ policy })
      const grown = allAtWork(other.policy)
      const its = await wholeService(other, { policy: grown })
      const heavy: string[] = []
      for (const path of ['/privacy', ...noticeChapters(grown)]) {
        const { status, html } = await its.visitor().get(path)
        expect(status, path).toBe(200)
        if (compressed(html) > 8 * kilobyte) heavy.push(`${path} weighs ${compressed(html)} bytes`)
      }
      await its.end()
      await other.end()
      expect(heavy).toEqual([])
    },
    60_000,
  )
})

describe('what a page asks the database', () => {
  const most = 8

  /** The page's own statements: besides them each scope is opened, recorded and closed. Of a page that was seen before: what columns a
   *  question has is learned from its first answer, and from then on it goes together with others. */
  const asked = async (area: Area, visitor: Visitor, path: string): Promise<number> => {
    await visitor.get(path)
    const { own } = await sentDuring(roleNames(db.place.prefix).login(area), () => visitor.get(path))
    return own.length
  }

  test('at most eight statements, whoever looks', async () => {
    const many: string[] = []
    for (const { who, area, visitor, paths } of await everybody())
      for (const path of paths) {
        const statements = await asked(area, visitor, examples.pathOf(path))
        if (statements > most) many.push(`${path} for ${who}: ${statements}`)
      }
    for (const path of await publicPages(whole)) {
      const statements = await asked('public', whole.visitor(), path)
      if (statements > most) many.push(`${path}: ${statements}`)
    }
    expect(many).toEqual([])
  }, 120_000)

  test('no more when there is more to show', async () => {
    const coordinator = await world.as('coordinator')
    const lists = ['/office/cases', '/office/enquiries', `/office/cases/${world.live.caseId}`, '/office/today']
    const counts = async () => {
      const found: Record<string, number> = {}
      for (const path of lists) found[path] = await asked('office', coordinator, path)
      return found
    }
    const before = await counts()
    await world.acts.referSelf(world.waiting)
    await world.acts.open(world.waiting, true)
    await world.acts.book(world.live, { kind: 'session', zone: 'both', at: db.clock.now().add({ hours: 24 * 14 }) })
    await world.acts.attach(world.live)
    expect(await counts()).toEqual(before)
  }, 120_000)
})
