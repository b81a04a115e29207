import { afterAll, beforeAll, expect, test } from 'vitest'
import { attribute, elementsOf, textOf, valuesOf } from '../../../test/support/html-reading.ts'
import { publishedOf, type ServedRoutes, serveRoutes } from '../../../test/support/serve-routes.tsx'
import { type TestService, testService } from '../../../test/support/service.ts'
import { silentLog } from '../../platform/log.ts'
import { countedRoutes, websitePlugin } from './plugin.ts'

let service: TestService
let served: ServedRoutes
let overTls: ServedRoutes
beforeAll(async () => {
  service = await testService()
  const routes = (origin: URL) => {
    const { policy } = service
    const plugin = websitePlugin({ policy, published: publishedOf(service), origin })
    return countedRoutes(plugin.routes, { policy, log: silentLog })
  }
  const secure = new URL('https://mediation.example')
  served = await serveRoutes(service, () => routes(new URL('http://localhost:3000')))
  overTls = await serveRoutes(service, () => routes(secure), secure)
})
afterAll(async () => {
  await served?.app.close()
  await overTls?.app.close()
  await service?.end()
})

const pages = [
  '/',
  '/what-is-a-miam',
  '/costs',
  '/getting-started',
  '/complaints',
  '/accessibility',
  '/privacy',
  '/privacy/if-you-come-to-mediation',
  '/privacy/sharing',
  '/privacy/keeping',
  '/privacy/your-rights',
  '/privacy/your-choices',
  '/privacy/versions',
  '/cookies',
]
const see = async (url: string, cookie?: string, from = served) => {
  const answer = await from.app.inject({ url, headers: cookie ? { cookie } : {} })
  return { ...answer, body: answer.body, elements: elementsOf(answer.body) }
}

async function choose(choice: string, back = '/costs', from = served) {
  const { elements } = await see('/', undefined, from)
  const body = new URLSearchParams({ _form: valuesOf(elements, '_form')[0] ?? '', choice, back })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: from.origin.origin }
  const answer = await from.app.inject({ method: 'POST', url: '/cookies', headers, payload: body.toString() })
  const header = String(answer.headers['set-cookie'] ?? '')
  return { answer, header, cookie: header.split(';')[0] ?? '' }
}
const counts = () =>
  service.look<{ path: string; views: number }>('SELECT path, views FROM ev.page_count ORDER BY path')

test.each(pages)('%s is there, with one heading and no form that is empty of a token', async (url) => {
  const { statusCode, elements } = await see(url)
  expect(statusCode).toBe(200)
  expect(elements.filter((it) => it.tagName === 'h1')).toHaveLength(1)
  const forms = elements.filter((it) => it.tagName === 'form')
  expect(valuesOf(elements, '_form').filter((it) => it !== '')).toHaveLength(forms.length)
})

test('nothing is set or counted before a choice', async () => {
  for (const url of pages) expect((await see(url)).headers['set-cookie'], url).toBeUndefined()
  expect(await counts()).toEqual([])
})

test('T34: every page asks with two equal buttons until there is an answer', async () => {
  const buttons = (elements: Awaited<ReturnType<typeof see>>['elements']) =>
    elements.filter((it) => it.tagName === 'button' && attribute(it, 'name') === 'choice')
  for (const url of pages.filter((it) => it !== '/cookies')) {
    const asked = buttons((await see(url)).elements)
    expect(asked.map((it) => attribute(it, 'value'))).toEqual(['accepted', 'refused'])
    expect(new Set(asked.map((it) => attribute(it, 'class'))).size).toBe(1)
  }
  const { cookie } = await choose('refused')
  expect(buttons((await see('/', cookie)).elements)).toEqual([])
})

test('the cookie lives as long as the cookie page says', async () => {
  const { answer, header } = await choose('accepted')
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/costs')
  expect(header).toMatch(/^cookie_choice=accepted\.[0-9a-f]{8}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=28857600$/)
  const { body } = await see('/cookies')
  expect(body).toContain('cookie_choice')
  expect(body).toContain('11 months')
})

test('over TLS the cookie page names the cookie as a browser shows it', async () => {
  const { header } = await choose('refused', '/', overTls)
  const name = header.split('=')[0] ?? ''
  expect(name).toBe('__Host-cookie_choice')
  const names = (await see('/cookies', undefined, overTls)).elements.filter((it) => it.tagName === 'th').map(textOf)
  expect(names).toContain(name)
})

test('T36: pages are counted for those who said yes and for nobody else', async () => {
  const yes = (await choose('accepted')).cookie
  const no = (await choose('refused')).cookie
  await see('/costs', no)
  await see('/costs', 'cookie_choice=accepted.00000000')
  await see('/costs')
  expect(await counts()).toEqual([])
  await Promise.all([see('/costs', yes), see('/costs', yes), see('/', yes)])
  await see(`/privacy/versions/${service.policy.hash}`, yes)
  await see('/nowhere', yes)
  expect(await counts()).toEqual([
    { path: '/', views: 1 },
    { path: '/costs', views: 2 },
  ])
})

test('a choice can be changed, and the page shows which holds', async () => {
  const { cookie } = await choose('accepted', '/cookies')
  expect(valuesOf((await see('/cookies', cookie)).elements, 'choice')).toEqual(['accepted'])
  const later = await choose('refused', '/cookies')
  expect(later.answer.headers.location).toBe('/cookies?saved=yes')
  expect(valuesOf((await see('/cookies', later.cookie)).elements, 'choice')).toEqual(['refused'])
})

test('a choice that is none is asked again, and sets and counts nothing', async () => {
  const before = await service.look('SELECT sum(choices) FROM ev.consent_count')
  const { answer, header } = await choose('perhaps')
  expect(answer.statusCode).toBe(422)
  expect(header).toBe('')
  expect(await service.look('SELECT sum(choices) FROM ev.consent_count')).toEqual(before)
})

test('the choice leads back to a page of this website and nowhere else', async () => {
  for (const back of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a?b=c',
    'javascript:1',
    '/x\r\nY: z',
  ])
    expect((await choose('refused', back)).answer.headers.location, back).toBe('/')
})

test('T27: every link that leads away says so, and tells the other website nothing', async () => {
  const pattern = /^https?:/
  for (const url of pages) {
    const { elements, body } = await see(url)
    const away = elements.filter(
      (it) =>
        it.tagName === 'a' &&
        pattern.test(attribute(it, 'href') ?? '') &&
        !(attribute(it, 'class') ?? '').includes('exit-this-page'),
    )
    for (const it of away) {
      expect(attribute(it, 'rel'), url).toContain('noreferrer')
      expect(body.replaceAll(/\s+/g, ' '), url).toContain(
        `${textOf(it).replaceAll('&', '&amp;')}</a> (another website)`,
      )
    }
  }
})

test('every link within the website leads to a page that is there', async () => {
  // The forms by which people come, and the door of those who did, are pages of other features.
  const others = ['/complain', '/contact', '/contact-me', '/portal', '/self-referral', '/your-data']
  for (const url of pages) {
    const { elements } = await see(url)
    const ids = new Set(elements.map((it) => attribute(it, 'id')))
    for (const link of elements.filter((it) => it.tagName === 'a').map((it) => attribute(it, 'href') ?? '')) {
      if (link.startsWith('#')) expect(ids, `${url} ${link}`).toContain(link.slice(1))
      else if (link.startsWith('/') && !others.includes(link))
        expect((await see(link)).statusCode, `${url} ${link}`).toBe(200)
    }
  }
})

test('prices come from Settings, and without any there are none', async () => {
  expect((await see('/costs')).body).toContain('Ask us for our prices')
  await service.look(
    `INSERT INTO ev.price (item, amount_pence, in_force_from) VALUES ('miam', 12000, '2026-01-01'), ('session', 14550, '2026-01-01'), ('miam', 99900, '2030-01-01')`,
  )
  const { body } = await see('/costs')
  expect(body).toContain('£120')
  expect(body).toContain('£145.50')
  expect(body).not.toContain('£999')
  expect((await see('/')).body).toContain('£120')
})

test('T33: the notice bears its date, and what it said before can still be read', async () => {
  const { noticeOf } = await import('../../policy/notice/index.ts')
  const settings = { telephone: '', openingHours: '', privacyLead: '' }
  const earlier = { ...noticeOf(service.policy, settings), summary: ['What we said before.'] }
  await service.look(
    `INSERT INTO ev.policy_version (hash, applied_at, approved_by, policy, notice) VALUES ('earlier', '2025-05-01T09:00:00Z', 'Canary Approver', '{}', $1)`,
    [JSON.stringify(earlier)],
  )
  expect((await see('/privacy')).body).toContain('21 November 2026')
  expect((await see('/privacy/versions')).body).toContain('/privacy/versions/earlier')
  const former = await see('/privacy/versions/earlier')
  expect(former.body).toContain('What we said before.')
  expect(former.body).toContain('1 May 2025')
  expect(former.body).not.toContain('Canary Approver')
  expect((await see('/privacy/versions/earlier/keeping')).body).toContain('This is one of the versions')
  for (const url of ['versions/never', 'versions/never/keeping', 'versions/earlier/never', 'never'])
    expect((await see(`/privacy/${url}`)).statusCode, url).toBe(404)
})

test('on paper nothing of the notice is folded away', async () => {
  const folded = ({ elements }: Awaited<ReturnType<typeof see>>) => elements.filter((it) => it.tagName === 'details')
  const own = '/privacy/if-you-come-to-mediation'
  expect(folded(await see(own)).length).toBeGreaterThan(3)
  expect(folded(await see(`${own}?all=yes`))).toEqual([])
})
