import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answered, askRoute } from '../../../test/support/ask-route.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Staff } from '../../platform/web/route.ts'
import { type Id, newId } from '../../values/ids.ts'
import { readPublished, registrationOf, rooms } from './index.ts'
import { settingsPlugin } from './plugin.ts'

let service: TestService
let administrator: Staff
let mediator: Staff
let changes = 0

beforeAll(async () => {
  service = await testService()
  administrator = await service.staff('administrator', 'Ada Ministrator')
  mediator = await service.staff('mediator', 'Mel Mediator')
})
afterAll(() => service.end())

const { routes } = settingsPlugin({
  staffNames: async (_, ids) => new Map(ids.map((id) => [id, id === administrator.id ? administrator.name : 'Else'])),
  mediators: async () => [mediator],
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

test('opening hours are published', async () => {
  expect((await ask('/hours', { 'hours.opening': '' })).html).toContain('Enter your opening hours')
  await ask('/hours', { 'hours.opening': 'Monday to Friday, 9am to 5pm' })
  expect((await published()).openingHours).toBe('Monday to Friday, 9am to 5pm')
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

describe('places and rooms', () => {
  const place = { name: 'The Old Library', address: '4 Mill Lane', postcode: 'NR1 1AA', arriving: 'Ring the left bell' }
  const add = async (name: string) =>
    /places\/([0-9a-f-]{36})/.exec((await ask('/places/new', { ...place, name })).redirect ?? '')?.[1]

  const bookable = () =>
    service.desk.office.read(administrator.id, { purpose: 'administration', deed: 'settings.opened' }, rooms)

  test('are added, described anew with what was said kept, and no longer used', async () => {
    const id = await add('The Old Library')
    expect((await ask(`/places/${id}/new-room`, { name: 'Room 1' })).redirect).toContain(`/places/${id}`)
    expect(await bookable()).toMatchObject([
      { name: 'Room 1', venue: { name: 'The Old Library', arriving: 'Ring the left bell' } },
    ])
    await ask(`/places/${id}`, { ...place, arriving: 'Ring the right bell' })
    expect((await ask(`/places/${id}`)).html).toContain('Ring the left bell')
    expect((await published()).venues).toMatchObject([{ name: 'The Old Library', arriving: 'Ring the right bell' }])
    const room = (await bookable())[0]
    await ask(`/rooms/${room?.id}/use`, { use: 'no' })
    expect(await bookable()).toEqual([])
    await ask(`/rooms/${room?.id}/use`, { use: 'yes' })
    await ask(`/places/${id}/use`, { use: 'no' })
    expect(await bookable()).toEqual([])
    expect((await published()).venues).toEqual([])
  })

  test('bear names that tell them apart while they are used', async () => {
    const id = await add('Harbour House')
    const again = await ask('/places/new', { ...place, name: 'harbour house' })
    expect(again.html).toContain('Another one in use has this name')
    expect(again.html).toContain('Ring the left bell')
    await ask(`/places/${id}/use`, { use: 'no' })
    await add('Harbour House')
    expect((await ask(`/places/${id}/use`, { use: 'yes' })).redirect).toContain('problem=name')
  })

  test('are not found when there is no such one', async () => {
    expect((await ask(`/places/${newId()}`)).notFound).toBe(true)
    expect((await ask('/places/x')).notFound).toBe(true)
    expect((await ask(`/places/${newId()}/use`, { use: 'no' })).notFound).toBe(true)
    expect((await ask(`/places/${newId()}/new-room`, { name: 'Nowhere' })).notFound).toBe(true)
    expect((await ask(`/places/${newId()}`, place)).notFound).toBe(true)
  })
})

describe('a mediator’s registration', () => {
  const sent = { number: '0123a', kind: 'accredited', 'until-day': '31', 'until-month': '3', 'until-year': '2027' }
  const recorded = () =>
    service.desk.office.read(administrator.id, { purpose: 'administration', deed: 'settings.opened' }, (scope) =>
      registrationOf(scope, mediator.id),
    )

  test('is what was recorded last', async () => {
    expect(await recorded()).toBeNull()
    await ask(`/mediators/${mediator.id}`, { ...sent, number: '0123P', kind: 'provisional' })
    service.clock.forward('P1D')
    await ask(`/mediators/${mediator.id}`, sent)
    expect(await recorded()).toEqual({ number: '0123A', kind: 'accredited', validUntil: '2027-03-31' })
    expect((await ask(`/mediators/${mediator.id}`)).html).toContain('0123P')
    expect((await ask('/mediators')).html).toContain('In date')
  })

  test.each([
    [{ number: '12A' }, 'four digits and a letter'],
    [{ number: '0123S' }, 'Numbers that end in S'],
    [{ number: '0123X' }, 'four digits and a letter'],
    [{ number: '0123T' }, 'A number that ends in T is of another kind'],
    [{ kind: '' }, 'Choose the kind of registration'],
    [{ 'until-month': '13' }, 'The month must be a number'],
  ])('refuses %o', async (wrong, message) => {
    const page = await ask(`/mediators/${mediator.id}`, { ...sent, ...wrong })
    expect(page.html).toContain(message)
  })

  test('has a number of its own, and is of a mediator', async () => {
    const other = await service.staff('mediator', 'Other Mediator')
    await service.look(
      `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until) VALUES ($1, '0777A', 'accredited', '2027-01-01')`,
      [other.id],
    )
    expect((await ask(`/mediators/${mediator.id}`, { ...sent, number: '0777A' })).html).toContain(
      'Another mediator has',
    )
    expect((await ask(`/mediators/${administrator.id}`)).notFound).toBe(true)
    expect((await ask(`/mediators/${administrator.id}`, sent)).notFound).toBe(true)
  })

  test('cannot bear another kind’s letter, whoever writes it', async () => {
    const insert = service.look(
      `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until) VALUES ($1, '0888T', 'accredited', '2027-01-01')`,
      [mediator.id],
    )
    await expect(insert).rejects.toThrow('mediator_registration_letter')
  })
})

test('every change is recorded with who made it', async () => {
  const rows = await service.look<{ act: string; actor: string }>(
    `SELECT DISTINCT act, actor FROM ev.access_log WHERE act LIKE 'settings.%' AND act <> 'settings.opened' ORDER BY act`,
  )
  expect(rows.map((row) => row.act)).toEqual([
    'settings.contact-changed',
    'settings.hours-changed',
    'settings.place-added',
    'settings.place-corrected',
    'settings.place-use-changed',
    'settings.price-set',
    'settings.registration-recorded',
    'settings.room-added',
    'settings.room-use-changed',
    'settings.wording-changed',
  ])
  expect(new Set(rows.map((row) => row.actor))).toEqual(new Set([administrator.id]))
})
