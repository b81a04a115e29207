import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askRoute } from '../../../test/support/ask-route.ts'
import { faultsOf } from '../../../test/support/page-faults.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Staff } from '../../platform/web/route.ts'
import { newId } from '../../values/ids.ts'
import { availability } from './index.ts'
import { availabilityPlugin } from './plugin.ts'

let service: TestService
let coordinator: Staff
let mediator: Staff
let colleague: Staff

beforeAll(async () => {
  service = await testService()
  coordinator = await service.staff('coordinator', 'Cora Dinator')
})
afterAll(() => service.end())
beforeEach(async () => {
  mediator = await service.staff('mediator', 'Mel Mediator')
  colleague = await service.staff('mediator', 'Col League')
})

const ask = (path: string, send?: Readonly<Record<string, string>>, staff = coordinator) =>
  askRoute(availabilityPlugin.routes, {
    ...{ desk: service.desk.office, staff, path: `/office/diary${path}` },
    ...(send ? { send } : {}),
  })
const known = () => {
  const days = { from: service.clock.now(), until: service.clock.now().add({ hours: 24 * 400 }) }
  const deed = { purpose: 'booking', deed: 'hours.opened' } as const
  return service.desk.office.read(coordinator.id, deed, (scope) => availability(scope, days))
}
const hoursOf = async (staff: Staff) => (await known()).hours.filter((it) => it.staffId === staff.id)

const right = {
  ...{ from: '9am', until: '5pm', break_from: 'midday', break_until: '1pm' },
  ...{ 'first-day': '1', 'first-month': '12', 'first-year': '2026' },
}
/** A test sends lists as it sends texts: the days go by the action. */
const add = async (staff: Staff, by = coordinator) => {
  const { addWorkingHours } = await import('./index.ts')
  const week = { weekdays: [1, 2], fromMinute: 540, untilMinute: 1020, breakFrom: 720, breakUntil: 780, venueId: null }
  const hours = { ...week, staffId: staff.id, firstDay: '2026-12-01', lastDay: null }
  return addWorkingHours(service.desk.office, by.id, { key: newId(), hours })
}

describe('working hours', () => {
  test('are recorded for days of the week, shown, and ended with a day', async () => {
    expect(await add(mediator)).toMatchObject({ done: true })
    expect(await hoursOf(mediator)).toMatchObject([{ weekday: 1, fromMinute: 540 }, { weekday: 2 }])
    const page = await ask(`/hours/${mediator.id}`)
    expect(page.html).toContain('9am to 5pm, break midday to 1pm')
    expect(await faultsOf(page.html)).toEqual([])
    const [first] = await hoursOf(mediator)
    const last = { 'last-day': '31', 'last-month': '12', 'last-year': '2026' }
    expect((await ask(`/hours/${mediator.id}/end/${first?.id}`, last)).redirect).toBe(
      `/office/diary/hours/${mediator.id}`,
    )
    expect((await hoursOf(mediator)).map((it) => it.lastDay)).toEqual(['2026-12-31', null])
  })

  test('cannot be said twice for one time, by the form or by anybody who writes them', async () => {
    await add(mediator)
    expect(await add(mediator)).toEqual({ done: false, reason: 'overlapping' })
    const copy = `INSERT INTO ev.working_hours (staff_id, weekday, from_minute, until_minute, first_day) VALUES ($1, 1, 600, 700, '2027-05-01')`
    await expect(service.look(copy, [mediator.id])).rejects.toThrow('working_hours_once')
  })

  test('are refused with a message at the field, and what was typed stays', async () => {
    const page = await ask(`/hours/${mediator.id}/add`, { ...right, until: '8am', break_until: '' })
    expect(page.invalid).toBe(true)
    for (const message of ['Choose the days of the week']) expect(page.html).toContain(message)
    expect(page.html).toContain('value="8am"')
    expect(await faultsOf(page.html)).toEqual([])
  })

  test('are a mediator’s own to say, and nobody else’s but the office’s', async () => {
    expect(await add(mediator, mediator)).toMatchObject({ done: true })
    expect(await add(mediator, colleague)).toEqual({ done: false, reason: 'no-such' })
    const [first] = await hoursOf(mediator)
    const last = { 'last-day': '31', 'last-month': '12', 'last-year': '2026' }
    expect((await ask(`/hours/${mediator.id}/end/${first?.id}`, last, colleague)).notFound).toBe(true)
    expect((await ask(`/hours/${mediator.id}/add`, undefined, colleague)).notFound).toBe(true)
    expect((await ask(`/hours/${mediator.id}`, undefined, colleague)).html).not.toContain('Add hours')
    expect((await ask(`/hours/${coordinator.id}`)).notFound).toBe(true)
  })
})

test('an absence is recorded without why, shown, and taken back', async () => {
  const days = { 'first-day': '7', 'first-month': '12', 'first-year': '2026', 'last-day': '9', 'last-month': '12' }
  const away = { ...days, 'last-year': '2026', from: '', until: '' }
  expect((await ask(`/hours/${mediator.id}/away`, away)).redirect).toContain(mediator.id)
  const [found] = (await known()).absences.filter((it) => it.staffId === mediator.id)
  expect([found?.startsAt.toString(), found?.endsAt.toString()]).toEqual([
    '2026-12-07T00:00:00Z',
    '2026-12-10T00:00:00Z',
  ])
  expect((await ask('/hours')).html).toContain('Mon 7 Dec to Wed 9 Dec')
  const backwards = await ask(`/hours/${mediator.id}/away`, { ...away, 'last-day': '6' })
  expect(backwards.html).toContain('The end must be after the beginning')
  expect((await ask(`/hours/${mediator.id}/back`, { absence: String(found?.id) }, colleague)).notFound).toBe(true)
  await ask(`/hours/${mediator.id}/back`, { absence: String(found?.id) })
  expect((await known()).absences.filter((it) => it.staffId === mediator.id)).toEqual([])
})

test('on a bank holiday the service is closed, until whoever sees the whole diary opens it', async () => {
  const page = await ask('/hours')
  expect(page.html).toContain('28 December 2026')
  const names = [...page.html.matchAll(/>Open<span[^>]*>([^<]*)<\/span>/g)].map((it) => it[1])
  expect(names).toContain(' on 28 December 2026')
  expect(new Set(names).size).toBe(names.length)
  expect(await faultsOf(page.html)).toEqual([])
  const open = (day: string, staff = coordinator) => ask('/holidays', { day, open: 'yes' }, staff)
  expect((await open('2026-12-28', mediator)).notFound).toBe(true)
  expect((await open('2026-12-29')).notFound).toBe(true)
  expect((await open('2026-12-28')).redirect).toBe('/office/diary/hours')
  expect((await known()).openedDays).toEqual(new Set(['2026-12-28']))
  await ask('/holidays', { day: '2026-12-28', open: 'no' })
  expect((await known()).openedDays).toEqual(new Set())
})
