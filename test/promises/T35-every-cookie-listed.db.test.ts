import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handOverCode } from '../../src/features/portal/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { type Element, elementsOf, textOf } from '../support/html-reading.ts'
import type { TestPolicy } from '../support/policies.ts'
import { publicPages } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { goodPassword } from '../support/sign-in.ts'
import { fileWithTwoParties } from '../support/two-party-file.ts'
import { readSetCookie, type Visitor } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

interface Listed {
  readonly name: string
  readonly does: string
  readonly lasts: string
}

const cells = (row: Element) =>
  row.childNodes.flatMap((it) => ('tagName' in it && /^t[dh]$/.test(it.tagName) ? [textOf(it).trim()] : []))

/** The table of the page of cookies, by its columns. */
async function listedIn(visitor: Visitor): Promise<Listed[]> {
  const rows = elementsOf((await visitor.get('/cookies')).html).filter((it) => it.tagName === 'tr')
  const [head, ...body] = rows.map(cells)
  expect(head).toEqual(['Name', 'Kind', 'What it does', 'Why', 'How long'])
  return body.map(([name = '', , does = '', , lasts = '']) => ({ name, does, lasts }))
}

/** The seconds of what the page says, as few as they can be: a cookie must not outlive it. */
const seconds: Readonly<Record<string, number>> = {
  'Ten minutes': 10 * 60,
  'Two hours': 2 * 3600,
  '12 hours': 12 * 3600,
  '180 days': 180 * 24 * 3600,
  // From a last day of February on, eleven months have 334 days.
  '11 months': 334 * 24 * 3600,
}

describe.each<[TestPolicy, URL]>([
  ['trust', new URL('http://localhost:3000')],
  ['parents', new URL('https://mediation.example')],
])('T35: every cookie is listed with what it does and how long it lasts (%s)', (policy, origin) => {
  let db: TestService
  let whole: WholeService
  beforeAll(async () => {
    db = await testService({ policy })
    whole = await wholeService(db, { origin })
  })
  afterAll(async () => {
    await whole?.end()
    await db?.end()
  })

  /** Every cookie that anybody gets who reads all pages, chooses, and signs in and out. */
  async function everyCookieSet(): Promise<readonly string[]> {
    const set: string[] = []
    const note = ({ setCookies }: { readonly setCookies: readonly string[] }) => void set.push(...setCookies)
    const visitor = whole.visitor()
    for (const page of await publicPages(whole)) note(await visitor.get(page))
    note(await visitor.send('/', { choice: 'accepted', back: '/' }, '/cookies'))
    const colleague = await whole.own.colleague('coordinator')
    const password = { email: colleague.email, password: goodPassword }
    note(await visitor.send('/office/sign-in', password))
    note(await visitor.send('/office/sign-in/code', { code: whole.own.freshCode(colleague) }))
    note(await visitor.get('/office/today'))
    expect((await visitor.get('/office/cases')).status).toBe(200)
    note(await visitor.send('/office/today', {}, '/office/sign-out'))
    const party = whole.visitor()
    note(await party.send('/portal/code', { code: await codeOfParty() }))
    for (const page of ['/portal', '/portal/contact', '/portal/papers']) note(await party.get(page))
    note(await party.send('/portal', {}, '/portal/sign-out'))
    return set
  }

  /** A code on paper of somebody who is a party to a case. */
  async function codeOfParty(): Promise<string> {
    const mediator = await db.staff('mediator')
    const { caseId, personA: personId } = await fileWithTwoParties(db, mediator.id)
    const coordinator = await db.staff('coordinator')
    const handed = await handOverCode(db.desk.office, whole.own.partyDoor, coordinator.id, {
      ...{ key: newId(), caseId, personId },
    })
    return handed.done ? whole.own.partyDoor.codeOf(handed.value.codeId as Id) : ''
  }

  test('nothing is set that the page does not list, and nothing is listed that is never set', async () => {
    const listed = await listedIn(whole.visitor())
    const set = (await everyCookieSet()).map(readSetCookie)
    expect(new Set(set.map((it) => it.name))).toEqual(new Set(listed.map((it) => it.name)))
    expect(listed).toHaveLength(5)
    for (const { name, does } of listed) expect(does.length, name).toBeGreaterThan(30)
  })

  test('each lasts as long as the page says', async () => {
    const listed = await listedIn(whole.visitor())
    for (const { name, maxAge } of (await everyCookieSet()).map(readSetCookie)) {
      if (maxAge === 0) continue
      expect(maxAge, name).toBe(seconds[listed.find((it) => it.name === name)?.lasts ?? ''])
    }
  })

  test('none can be read by a script, sent from elsewhere, or taken to another address', async () => {
    for (const text of await everyCookieSet()) {
      expect(text).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+/)
      expect(text).not.toContain('Domain=')
      if (origin.protocol === 'https:') expect(text).toMatch(/^__Host-.*; Secure$/)
    }
  })

  test('the notice lists the same as the page', async () => {
    const listed = await listedIn(whole.visitor())
    const words = elementsOf((await whole.visitor().get('/privacy/your-choices')).html)
      .filter((it) => it.tagName === 'main')
      .map(textOf)
      .join(' ')
    for (const { name, does } of listed) {
      expect(words).toContain(name.replace('__Host-', ''))
      expect(words).toContain(does)
    }
  })
})
