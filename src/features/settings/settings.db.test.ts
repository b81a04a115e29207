import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answered, askRoute } from '../../../test/support/ask-route.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Staff } from '../../platform/web/route.ts'
import { type Id, newId } from '../../values/ids.ts'
import { readPublished } from './index.ts'
import { settingsPlugin } from './plugin.ts'

let service: TestService
let administrator: Staff
let changes = 0

beforeAll(async () => {
  service = await testService()
  administrator = await service.staff('administrator', 'Ada Ministrator')
})
afterAll(() => service.end())

const { routes } = settingsPlugin({
  staffNames: async (_, ids) => new Map(ids.map((id) => [id, id === administrator.id ? administrator.name : 'Else'])),
  mediators: async () => [],
  changed: () => {
    changes++
  },
})

type Fields = Readonly<Record<string, string>>
const ask = (path: string, send?: Fields, key?: Id): Promise<Answered> =>
  askRoute(routes, {
    desk: service.desk.office,
    staff: administrator,
    path: `/office/settings${path}`,
    ...(send ? { send } : {}),
    ...(key ? { key } : {}),
  })

const published = () => service.desk.public.read(null, { purpose: 'information', deed: 'page.read' }, readPublished)
const count = async (table: string) =>
  (await service.look<{ n: number }>(`SELECT count(*)::int AS n FROM ev.${table}`))[0]?.n

const contact = {
  'contact.neutral-name': 'Mill Lane Office',
  'contact.telephone': '01632 960 144',
  'contact.email': 'office@service.example',
  'contact.address': '4 Mill Lane\nFenwater',
  'contact.postcode': 'nr11aa',
  'contact.privacy-lead': 'Greta Lind',
}

describe('contact details', () => {
  test('are published from the moment they are saved, and what was is kept', async () => {
    expect((await published()).telephone).toBe('')
    const before = changes
    expect((await ask('/contact', contact)).redirect).toBe('/office/settings?saved=contact')
    expect(changes).toBe(before + 1)
    service.clock.forward('PT1H')
    await ask('/contact', { ...contact, 'contact.telephone': '01632 960 155' })
    const now = await published()
    expect(now).toMatchObject({
      telephone: '01632 960 155',
      postcode: 'NR1 1AA',
      privacyLead: 'Greta Lind',
      officeAddress: '4 Mill Lane\nFenwater',
    })
    const page = await ask('/contact')
    expect(page.html).toContain('value="01632 960 155"')
    expect(page.html).toContain('01632 960 144')
    expect(page.html).toContain('Ada Ministrator')
  })

  test('add a row only for what says something new, and once for a form sent twice', async () => {
    const rows = await count('setting')
    const key = newId()
    const sent = { ...contact, 'contact.telephone': '01632 960 177' }
    await ask('/contact', sent, key)
    await ask('/contact', sent, key)
    expect(await count('setting')).toBe((rows ?? 0) + 1)
  })

  test.each([
    ['contact.telephone', '', 'Enter a telephone number'],
    ['contact.telephone', 'ring me', 'Enter a telephone number'],
    ['contact.email', 'nobody', 'Enter an e-mail address'],
    ['contact.postcode', 'ZZ9', 'Enter a postcode'],
    ['contact.neutral-name', 'x'.repeat(81), 'must be 80 characters or fewer'],
    ['contact.address', 'a\0b', 'hidden character'],
  ])('say what is wrong with %s and keep what was typed', async (field, value, message) => {
    const rows = await count('setting')
    const page = await ask('/contact', { ...contact, 'contact.neutral-name': 'Kept as typed', [field]: value })
    expect(page.invalid).toBe(true)
    expect(page.html).toContain(message)
    expect(page.html).toContain(field === 'contact.neutral-name' ? '01632 960 144' : 'Kept as typed')
    expect(page.html).toContain(`href="#${field}"`)
    expect(await count('setting')).toBe(rows)
  })
})

describe('opening hours', () => {
  const said = { 'hours.opening': 'Mornings', from: '8am', until: '6:30pm' }
  const say = (more: Fields = {}, days = ['1', '3']): Promise<Answered> => {
    const path = '/office/settings/hours'
    const sent = { path, send: { ...said, ...more }, lists: { days } }
    return askRoute(routes, { desk: service.desk.office, staff: administrator, ...sent })
  }

  test('are published', async () => {
    expect((await say({ 'hours.opening': '' })).html).toContain('Enter your opening hours')
    await say({ 'hours.opening': 'Monday to Friday, 9am to 5pm' })
    expect((await published()).openingHours).toBe('Monday to Friday, 9am to 5pm')
  })

  test('say when meetings are held, and the page shows it again', async () => {
    expect((await say({}, [])).html).toContain('Choose the days of the week')
    expect((await say({ until: '7am' })).html).toContain('The end must be after the beginning')
    expect((await say({ from: 'soon' })).html).toContain('Enter a time on the quarter of an hour')
    await say()
    const { html } = await ask('/hours')
    expect(html).toContain('value="08:00"')
    expect(html).toContain('value="18:30"')
    expect(html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2)
    expect(html).toContain('Monday, Wednesday, 08:00 to 18:30')
  })
})

describe('page wording', () => {
  test('stands as it came until the service says it in its own words, also as nothing', async () => {
    expect((await published()).textFor['home.welcome']).toContain('separated')
    await ask('/wording/home.welcome', { text: 'Come <b>in</b>.\n\nSit down.' })
    expect((await published()).textFor['home.welcome']).toBe('Come <b>in</b>.\n\nSit down.')
    const list = await ask('/wording')
    expect(list.html).toContain('Come &lt;b>in&lt;/b>.')
    await ask('/wording/home.welcome', { text: '' })
    expect((await published()).textFor['home.welcome']).toBe('')
  })

  test('is only of parts that there are', async () => {
    expect((await ask('/wording/nowhere')).notFound).toBe(true)
    expect((await ask('/wording/nowhere', { text: 'x' })).notFound).toBe(true)
    expect((await ask('/wording/contact.about', { text: 'x'.repeat(5001) })).html).toContain('5,000 characters')
  })
})

describe('prices', () => {
  const price = { item: 'miam', amount: '£120', 'from-day': '1', 'from-month': '12', 'from-year': '2026' }

  test('hold from their day, the last that was set for a day before the others', async () => {
    expect((await ask('/prices', price)).redirect).toBe('/office/settings/prices?saved=prices')
    expect((await published()).prices).toEqual([])
    service.clock.set('2026-12-01T09:00:00Z')
    expect((await published()).prices).toEqual([{ item: 'miam', amountPence: 12000, inForceFrom: '2026-12-01' }])
    await ask('/prices', { ...price, amount: '125.50' })
    expect((await published()).prices.map((it) => it.amountPence)).toEqual([12550])
    const page = await ask('/prices')
    expect(page.html).toMatch(/£125\.50[\s\S]*In force[\s\S]*£120[\s\S]*Before/)
  })

  test.each([
    [{ item: 'gold' }, 'Choose what the price is for'],
    [{ amount: '12.345' }, 'Enter a price in pounds'],
    [{ amount: '-5' }, 'Enter a price in pounds'],
    [{ 'from-day': '31', 'from-month': '2' }, 'There is no such day in that month'],
    [{ 'from-year': '' }, 'Enter the day from which the price holds'],
    [{ 'from-year': '2025' }, 'The price must begin today or later'],
  ])('refuse %o at its field', async (wrong, message) => {
    const rows = await count('price')
    const page = await ask('/prices', { ...price, 'from-year': '2027', ...wrong })
    expect(page.html).toContain(message)
    expect(page.invalid).toBe(true)
    expect(await count('price')).toBe(rows)
  })
})

test('every change is recorded with who made it', async () => {
  const rows = await service.look<{ act: string; actor: string }>(
    `SELECT DISTINCT act, actor FROM ev.access_log WHERE act LIKE 'settings.%' AND act <> 'settings.opened' ORDER BY act`,
  )
  expect(rows.map((row) => row.act)).toEqual([
    'settings.contact-changed',
    'settings.hours-changed',
    'settings.price-set',
    'settings.wording-changed',
  ])
  expect(new Set(rows.map((row) => row.actor))).toEqual(new Set([administrator.id]))
})
