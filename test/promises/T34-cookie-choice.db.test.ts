import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import { checkPolicy, storageGuard } from '../../src/policy/index.ts'
import { attribute, type Element, elementsOf, textOf } from '../support/html-reading.ts'
import { publicPages, sendContact } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { formsOf, type Visitor } from '../support/visitor.ts'
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

const bannerOf = (html: string) =>
  formsOf(html).find((it) => it.elements.some((one) => attribute(one, 'name') === 'choice'))
const buttonsOf = (html: string) => bannerOf(html)?.elements.filter((it) => attribute(it, 'name') === 'choice') ?? []
const choose = (visitor: Visitor, choice: 'accepted' | 'refused') =>
  visitor.send('/', { choice, back: '/' }, '/cookies')
const counted = async () =>
  (await db.look<{ n: number }>('SELECT coalesce(sum(views), 0)::int AS n FROM ev.page_count'))[0]?.n

describe('T34: what is necessary needs no consent, the rest waits for a choice', () => {
  test('no page sets anything before the choice', async () => {
    const visitor = whole.visitor()
    for (const page of pages) expect((await visitor.get(page)).setCookies, page).toEqual([])
    expect(await counted()).toBe(0)
  })

  test('every page asks, and going on reading is no answer', async () => {
    const visitor = whole.visitor()
    // The page of cookies has the question in its text; what is made for paper has none.
    for (const page of pages.filter((it) => it !== '/cookies' && !it.endsWith('/print'))) {
      expect(
        buttonsOf((await visitor.get(page)).html).map((it) => attribute(it, 'value')),
        page,
      ).toEqual(['accepted', 'refused'])
    }
    expect(visitor.cookies.size).toBe(0)
    expect(await counted()).toBe(0)
  })

  test('the website works the same after a no: a form can be sent', async () => {
    const visitor = whole.visitor()
    await visitor.send('/', { choice: 'refused', back: '/' }, '/cookies')
    expect(await sendContact(visitor)).toContain('/sent/')
    expect([...visitor.cookies.keys()]).toEqual(['cookie_choice'])
  })

  test('a policy that lets something optional be stored without asking is refused', () => {
    const reader = { ...trust.storage.choice, name: 'reader', use: 'pageCounts' }
    const found = checkPolicy({ ...trust, storage: { ...trust.storage, reader } })
    expect(found.map((it) => `${it.rule} ${it.clause}`)).toContain('N17 storage.reader.need')
  })
})

describe('T34: refusing is as easy as accepting', () => {
  const looks = (button: Element) => [button.tagName, attribute(button, 'class'), attribute(button, 'type')]

  test('two buttons side by side, alike in all but their word, none chosen beforehand', async () => {
    const { html } = await whole.visitor().get('/')
    const [yes, no, ...more] = buttonsOf(html)
    expect(more).toEqual([])
    expect([yes, no].map((it) => it && textOf(it).trim())).toEqual(['Yes', 'No'])
    expect(yes && looks(yes)).toEqual(no && looks(no))
    expect(yes?.parentNode).toBe(no?.parentNode)
  })

  test('each takes one press, and leads back to the page', async () => {
    for (const choice of ['accepted', 'refused']) {
      const visitor = whole.visitor()
      const sent = await visitor.send('/costs', { choice, back: '/costs' }, '/cookies')
      expect([sent.status, sent.location], choice).toEqual([303, '/costs'])
      expect(buttonsOf((await visitor.get('/costs')).html), choice).toEqual([])
    }
  })

  test('on the page of cookies neither answer is chosen beforehand', async () => {
    const radios = elementsOf((await whole.visitor().get('/cookies')).html).filter(
      (it) => attribute(it, 'name') === 'choice' && attribute(it, 'type') === 'radio',
    )
    expect(radios).toHaveLength(2)
    expect(radios.filter((it) => attribute(it, 'checked') !== undefined)).toEqual([])
  })
})

describe('T34: the choice can be changed on every page', () => {
  test('each page leads to where it is changed', async () => {
    const visitor = whole.visitor()
    await choose(visitor, 'accepted')
    for (const page of [...pages.filter((it) => !it.endsWith('/print')), '/no-such-page']) {
      const links = elementsOf((await visitor.get(page)).html).filter((it) => it.tagName === 'a')
      expect(
        links.map((it) => attribute(it, 'href')),
        page,
      ).toContain('/cookies')
    }
  })

  test('a yes that becomes a no stops the counting from that moment', async () => {
    const visitor = whole.visitor()
    await choose(visitor, 'accepted')
    const changed = await visitor.send('/cookies', { choice: 'refused' })
    expect(changed.location).toBe('/cookies?saved=yes')
    const before = await counted()
    expect(before).toBeGreaterThan(0)
    for (const page of pages) await visitor.get(page)
    expect(await counted()).toBe(before)
  })
})

describe('T34: the guard is made from the policy', () => {
  test('a service that declares no optional use asks nothing, and takes no answer', async () => {
    const { pageCounts: _, ...consents } = db.policy.consents
    const quiet = await wholeService(db, { policy: { ...db.policy, consents } })
    const visitor = quiet.visitor()
    for (const page of ['/', '/costs', '/cookies'])
      expect(bannerOf((await visitor.get(page)).html), page).toBeUndefined()
    const token = formsOf((await visitor.get('/contact')).html)
      .flatMap((it) => it.elements)
      .find((it) => attribute(it, 'name') === '_form')
    const _form = (token && attribute(token, 'value')) ?? ''
    const sent = await visitor.post('/cookies', { _form, choice: 'accepted', back: '/' })
    expect([sent.status, sent.setCookies]).toEqual([404, []])
    await quiet.end()
  })

  test('nothing serves advertising: the language has no such use', () => {
    expect(new Set(storageGuard(db.policy).map((it) => it.use))).toEqual(new Set(['choice', 'signIn', 'security']))
    const ads = { ...trust.storage.choice, name: 'ads', use: 'advertising' }
    const found = checkPolicy({ ...trust, storage: { ...trust.storage, ads } })
    expect(found.map((it) => it.clause)).toContain('storage.ads.use')
  })
})
