import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answered, askRoute } from '../../../test/support/ask-route.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Staff } from '../../platform/web/route.ts'
import { newId } from '../../values/ids.ts'
import { readPublished, registrationOf, registrationsToRenew, rooms } from './index.ts'
import { settingsPlugin } from './plugin.ts'

let service: TestService
let administrator: Staff
let mediator: Staff

beforeAll(async () => {
  service = await testService()
  administrator = await service.staff('administrator', 'Ada Ministrator')
  mediator = await service.staff('mediator', 'Mel Mediator')
})
afterAll(() => service.end())

const { routes } = settingsPlugin({
  staffNames: async (_, ids) => new Map(ids.map((id) => [id, id === administrator.id ? administrator.name : 'Else'])),
  mediators: async () => [mediator],
  changed: () => {},
})

type Fields = Readonly<Record<string, string>>
const ask = (path: string, send?: Fields): Promise<Answered> =>
  askRoute(routes, {
    desk: service.desk.office,
    staff: administrator,
    path: `/office/settings${path}`,
    ...(send ? { send } : {}),
  })

const published = () => service.desk.public.read(null, { purpose: 'information', deed: 'page.read' }, readPublished)

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

  test('is asked for before it ends, and where none was recorded', async () => {
    const unknown = await service.staff('mediator', 'New Mediator')
    const names = async (by: string) => {
      const deed = { purpose: 'administration', deed: 'settings.opened' } as const
      const found = await service.desk.office.read(administrator.id, deed, (scope) =>
        registrationsToRenew(scope, [mediator, unknown], Temporal.PlainDate.from(by)),
      )
      return found.map((it) => it.name)
    }
    expect(await names('2027-03-30')).toEqual(['New Mediator'])
    expect(await names('2027-03-31')).toEqual(['New Mediator', 'Mel Mediator'])
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
    'settings.place-added',
    'settings.place-corrected',
    'settings.place-use-changed',
    'settings.registration-recorded',
    'settings.room-added',
    'settings.room-use-changed',
  ])
  expect(new Set(rows.map((row) => row.actor))).toEqual(new Set([administrator.id]))
})
