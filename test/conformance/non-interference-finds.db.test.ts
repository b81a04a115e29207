import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageRequest, Reply, Route } from '../../src/platform/web/route.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { everythingOf } from '../support/everything-of-a-party.ts'
import { pagesOfParty } from '../support/pages-of-a-party.ts'
import { neverTaken } from '../support/private-acts/ground.ts'
import { type TestService, testService } from '../support/service.ts'
import type { Visitor } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { makeWorld, type World } from '../support/world.ts'

/** Pages of the portal with a leak in them: each tells A something that changes when a word of B’s comes to their file. */
const leaks: Readonly<Record<string, string>> = {
  count: 'SELECT count(*) AS told FROM ev.post WHERE case_id = $1',
  'whether there is any': 'SELECT EXISTS (SELECT FROM ev.post WHERE case_id = $1) AS told',
  'the time of the latest': 'SELECT max(received_at) AS told FROM ev.post WHERE case_id = $1',
  'the next number': 'SELECT count(*) + 1 AS told FROM ev.post',
  'the order of two sides': `SELECT string_agg(side, '' ORDER BY (SELECT count(*) FROM ev.post q WHERE q.zone = p.side) DESC, side) AS told
                               FROM ev.party p WHERE case_id = $1`,
  'how much is kept': 'SELECT sum(length(zone)) AS told FROM ev.post WHERE case_id = $1',
}

let db: TestService
let whole: WholeService
let world: World
const pageOf = (name: string) => `/portal/planted-${name.replaceAll(' ', '-')}`
const planted = (name: string): Route<PurposeKey> => ({
  ...{ method: 'GET', path: pageOf(name), area: 'portal', purpose: 'booking', entry: 'party' },
  handle: async (_: PageRequest): Promise<Reply> => {
    const [row] = await db.look<{ told: unknown }>(
      leaks[name] ?? '',
      leaks[name]?.includes('$1') ? [world.live.caseId] : [],
    )
    return { text: `So it is: ${String(row?.told)}` }
  },
})

beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db, { more: Object.keys(leaks).map(planted) })
  world = await makeWorld(whole)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

/** What came to B’s side. */
const somethingComes = () =>
  db.look(
    `INSERT INTO ev.post (medium, kind, status, case_id, zone, legal_quality, dated)
     VALUES ('letter', 'message', 'filed', $1, 'B', 'open', '2026-11-20')`,
    [world.live.caseId],
  )

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)

describe('the comparison of all that A can get finds', () => {
  test('each page that tells of B', async () => {
    const party = await world.asParty('A')
    const before = await pagesOfParty(whole, party)
    await somethingComes()
    const after = await pagesOfParty(whole, party)
    expect(differing(before, after).toSorted()).toEqual(Object.keys(leaks).map(pageOf).toSorted())
  })

  test.each(['last-modified', 'etag', 'x-total-count', 'link'])('a header that does: %s', async (header) => {
    const party = await world.asParty('A')
    const telling = {
      get: async (path: string) => {
        const seen = await party.get(path)
        const [row] = await db.look<{ said: string }>('SELECT count(*)::text AS said FROM ev.post')
        return path === '/portal/papers' ? { ...seen, headers: { ...seen.headers, [header]: row?.said } } : seen
      },
    } as unknown as Visitor
    const before = await pagesOfParty(whole, telling)
    await somethingComes()
    expect(differing(before, await pagesOfParty(whole, telling))).toContain('/portal/papers')
  })

  test('one more message to A, and a word in one that was there', async () => {
    const mailbox = `SELECT p.case_id, c.person_id, c.id, p.side, 'email', 'enquiry-received', c.value, 'We have your message', 'Dear Ade', 'sent'
                       FROM ev.party p JOIN ev.contact_point c USING (person_id) WHERE p.case_id = $1 AND p.side = 'A' LIMIT 1`
    const before = await everythingOf({ whole, world }, 'A')
    await db.look(
      `INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body, status) ${mailbox}`,
      [world.live.caseId],
    )
    const after = await everythingOf({ whole, world }, 'A')
    expect(after.written).not.toEqual(before.written)
    await db.look(`UPDATE ev.message SET body = 'Dear Ade.' WHERE body = 'Dear Ade'`)
    expect((await everythingOf({ whole, world }, 'A')).written).not.toEqual(after.written)
  })

  test('a header of an e-mail', async () => {
    const to = (await everythingOf({ whole, world }, 'A')).mails.length
    const [theirs] = await db.look<{ recipient: string }>(
      `SELECT m.recipient FROM ev.message m JOIN ev.party p USING (person_id) WHERE p.case_id = $1 AND p.side = 'A' AND m.channel = 'email' LIMIT 1`,
      [world.live.caseId],
    )
    const mail = {
      from: { name: 'Us', address: 'office@service.example' },
      to: theirs?.recipient ?? '',
      subject: 'x',
      text: 'x',
    }
    ;(whole.mail as unknown[]).push({
      ...mail,
      messageId: '<1@service.example>',
      replyTo: { name: 'B', address: 'b@b.example' },
    })
    const { mails } = await everythingOf({ whole, world }, 'A')
    expect(mails.length).toBe(to + 1)
    expect(mails.at(-1)).toContain('b@b.example')
  })

  test('a form that somebody adds and nobody tries', () => {
    const route = { ...planted('count'), method: 'POST', path: '/office/cases/:caseId/gossip' } as Route<PurposeKey>
    const taken = new Set(['/office/cases/1/follow-ups/new', '/office/cases/1/gossip'])
    expect(neverTaken([route], new Set(['/office/cases/1/follow-ups/new']))).toEqual(['/office/cases/:caseId/gossip'])
    expect(neverTaken([route], taken)).toEqual([])
  })
})
