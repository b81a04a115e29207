import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCase, aRoom, type TestCase } from '../../../../../test/support/a-case.ts'
import { type Answered, askRoute } from '../../../../../test/support/ask-route.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import type { Staff, StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { renderPart } from '../../../../ui/render.ts'
import { type Id, newId } from '../../../../values/ids.ts'
import { appointmentsPanel, bookingsPlugin } from '../../plugin.ts'

const { routes } = bookingsPlugin({ serviceName: 'Harbour House' })
let service: TestService
let coordinator: Staff
let mediator: Staff
let room: Id
let file: TestCase

beforeAll(async () => {
  service = await testService()
  coordinator = await service.staff('coordinator')
  room = await aRoom(service, 'Garden room')
})
afterAll(() => service.end())
beforeEach(async () => {
  for (const table of ['task', 'message', 'attendance', 'appointment']) await service.look(`DELETE FROM ev.${table}`)
  mediator = await service.staff('mediator', 'Morgan Hale')
  file = await aCase(service, {
    mediator: mediator.id,
    A: { name: ['Alex', 'Moss'], email: ['alex@mail.example', 'safe'] },
    B: { name: ['Sam', 'Reed'] },
  })
})

const ask = (path: string, send?: Record<string, string>, staff = coordinator, key = newId()): Promise<Answered> =>
  askRoute(routes, { desk: service.desk.office, staff, path, key, ...(send ? { send } : {}) })
const bookPath = () => `/office/cases/${file.caseId}/book`
const right = (more: Record<string, string> = {}): Record<string, string> => ({
  ...{ what: 'miam-A', mediator: mediator.id, place: room, minutes: '60', time: '2:30pm' },
  ...{ 'date-day': '24', 'date-month': 'November', 'date-year': '2026' },
  ...more,
})
const rows = async (table: 'appointment' | 'message') =>
  (await service.look<{ n: number }>(`SELECT count(*)::int AS n FROM ev.${table}`))[0]?.n

async function bookedPath(more?: Record<string, string>): Promise<string> {
  const { redirect, html } = await ask(bookPath(), right(more))
  if (!redirect) throw new Error(html)
  return redirect
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // A sheet of a day is made of quarters of an hour, most of them empty; styles and idioms are those of the design system.
  rules: {
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'input-missing-label': 'error',
    'void-style': 'off',
  },
})
async function faultsOf(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap((it) => it.messages.map((message) => `${message.ruleId}: ${message.message}`))
}

test('a broken page would be noticed', async () => {
  expect(await faultsOf('<p><div></div></p><input id="a"><input id="a">')).not.toEqual([])
})

describe('booking', () => {
  test('offers the two parties and the case’s own mediator', async () => {
    const { html } = await ask(bookPath())
    expect(html).toContain('MIAM with Alex')
    expect(html).toContain('Session with both')
    expect(html).toMatch(new RegExp(`value="${mediator.id}" selected`))
    expect(html).toContain('Garden room')
    expect(await faultsOf(html)).toEqual([])
  })

  test('leads to the appointment, at the London time', async () => {
    const { html } = await ask(await bookedPath())
    expect(html).toContain('MIAM with Alex Moss')
    expect(html).toContain('Tuesday 24 November 2026, 2:30pm to 3:30pm (1 hour)')
    expect(html).not.toContain('Reed')
    expect(await faultsOf(html)).toEqual([])
  })

  test('sent twice books once', async () => {
    const key = newId()
    const [one, two] = [
      await ask(bookPath(), right(), coordinator, key),
      await ask(bookPath(), right(), coordinator, key),
    ]
    expect(one.redirect).toBe(two.redirect)
    expect([await rows('appointment'), await rows('message')]).toEqual([1, 1])
  })

  const odd = ['<b>x</b>', `'";--`, '\u202Egnp.exe', '🙂', 'x'.repeat(5000), '0', '-1']
  const fields = ['what', 'mediator', 'place', 'minutes', 'time', 'date-day', 'date-month', 'date-year']
  test.each(fields)(
    'with anything wrong in %s says so at the field, keeps the rest and books nothing',
    async (field) => {
      const [name, part] = field.split('-')
      for (const text of ['', ...odd]) {
        const { invalid, html, redirect } = await ask(bookPath(), right({ [field]: text }))
        expect([redirect, invalid]).toEqual([null, true])
        const at = field === 'what' ? 'what' : part ? 'date' : name
        expect(html).toContain(`href="#${at}"`)
        expect(html).toMatch(/govuk-error-message/)
        if (field !== 'date-month') expect(html).toContain('value="November"')
        if (field !== 'time') expect(html).toContain('value="2:30pm"')
        expect(html).not.toContain('<b>x</b>')
      }
      expect(await rows('appointment')).toBe(0)
    },
  )

  test('refuses a character that no text has', async () => {
    const { invalid, html } = await ask(bookPath(), right({ time: '2:30\u0000pm' }))
    expect(invalid).toBe(true)
    expect(html).toContain('hidden character')
    const inDay = await ask(bookPath(), right({ 'date-day': '2\u00004' }))
    expect(inDay.html).toMatch(/href="#date"[^<]*>[^<]*hidden character/)
  })

  test('names all that is missing at once, in the order of the page', async () => {
    const { html } = await ask(bookPath(), {})
    const hrefs = [...html.matchAll(/<a href="#([\w-]+)"/g)].map((it) => it[1])
    expect(hrefs).toEqual(['what', 'mediator', 'date', 'time', 'minutes', 'place'])
  })

  test.each([
    ['what has gone by', { 'date-year': '2025' }, 'date', 'Choose a time that is still to come'],
    [
      'a half hour that the clocks skip',
      { 'date-day': '28', 'date-month': '3', 'date-year': '2027', time: '1:30am' },
      'time',
      'clocks go forward',
    ],
    ['a day that is not in the month', { 'date-day': '31', 'date-month': '11' }, 'date', 'no such day'],
    ['an hour that could be either', { time: '3' }, 'time', 'am or pm'],
    ['a time between the quarters', { time: '14:40' }, 'time', 'quarter of an hour'],
  ])('refuses %s', async (_, change, field, words) => {
    const { invalid, html } = await ask(bookPath(), right(change as Record<string, string>))
    expect(invalid).toBe(true)
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain(words)
  })

  test('of a taken time offers the next free ones, and takes the one that is chosen', async () => {
    await bookedPath()
    const refused = await ask(bookPath(), right({ what: 'miam-B' }))
    expect(refused.invalid).toBe(true)
    expect(refused.html).toContain('That mediator already has an appointment then')
    expect(refused.html).toContain('value="2:30pm"')
    const offered = [...refused.html.matchAll(/name="take"[^>]*value="([^"]+Z)"/g)].map((it) => it[1] ?? '')
    expect(offered[0]).toBe('2026-11-24T15:30:00Z')
    expect(await faultsOf(refused.html)).toEqual([])
    const { html } = await ask(await bookedPath({ what: 'miam-B', take: offered[1] ?? '' }))
    expect(html).toContain('Tuesday 24 November 2026, 4pm to 5pm')
  })

  test('in a case of somebody else, or of nobody, is no page', async () => {
    const stranger = await service.staff('mediator')
    expect((await ask(bookPath(), undefined, stranger)).notFound).toBe(true)
    expect((await ask(bookPath(), right({ mediator: stranger.id }), stranger)).notFound).toBe(true)
    expect((await ask(`/office/cases/${newId()}/book`, right())).notFound).toBe(true)
    expect((await ask('/office/cases/x/book')).notFound).toBe(true)
  })
})

describe('an appointment', () => {
  test('is moved by a form that knows its time', async () => {
    const path = await bookedPath()
    const form = await ask(`${path}/move`)
    expect(form.html).toContain('value="14:30"')
    expect(await faultsOf(form.html)).toEqual([])
    const moved = await ask(`${path}/move`, right({ time: '10am', place: 'telephone', revision: '0' }))
    expect(moved.redirect).toBe(path)
    const { html } = await ask(path)
    expect(html).toContain('10am to 11am')
    expect(html).toContain('There is no safe telephone number for Alex Moss')
    const late = await ask(`${path}/move`, right({ time: '11am', revision: '0' }))
    expect(late.html).toContain('Somebody changed this appointment')
  })

  test('is given to another mediator', async () => {
    const path = await bookedPath()
    const other = await service.staff('mediator', 'Robin Vale')
    expect((await ask(`${path}/mediator`, { mediator: 'x', revision: '0' })).html).toContain('Choose a mediator')
    await ask(`${path}/mediator`, { mediator: other.id, revision: '0' })
    expect((await ask(path)).html).toContain('Robin Vale')
  })

  test('is cancelled by whoever was expected, or by us, and by nobody else', async () => {
    const path = await bookedPath()
    expect(await faultsOf((await ask(`${path}/cancel`)).html)).toEqual([])
    expect((await ask(`${path}/cancel`, { by: 'B', revision: '0' })).html).toContain('Choose who asked')
    expect((await ask(`${path}/cancel`, { revision: '0' })).html).toContain('Choose who asked')
    expect((await ask(`${path}/cancel`, { by: 'A', revision: '0' })).redirect).toBe(path)
    expect((await ask(path)).html).toContain('Cancelled')
  })

  test('records who came, once it has begun', async () => {
    const path = await bookedPath({ what: 'session' })
    const both = { 'attended-A': 'attended', 'attended-B': 'not_attended' }
    expect((await ask(`${path}/attendance`, both)).html).toContain('has not begun yet')
    service.clock.forward('P2D')
    expect(await faultsOf((await ask(`${path}/attendance`)).html)).toEqual([])
    const partly = await ask(`${path}/attendance`, { 'attended-A': 'attended', 'attended-B': 'maybe' })
    expect(partly.html).toContain('Say whether Sam came')
    expect(partly.html).toMatch(/value="attended" checked/)
    expect((await ask(`${path}/attendance`, both)).redirect).toBe(path)
    const { html } = await ask(path)
    expect(html).toContain('Did not come')
    expect(html).toContain('Held')
    service.clock.set('2026-11-23T10:00:00Z')
  })

  test('of somebody else’s case is no page, at any of its addresses', async () => {
    const path = await bookedPath()
    const stranger = await service.staff('mediator')
    for (const part of ['', '/move', '/cancel', '/mediator', '/attendance'])
      expect((await ask(`${path}${part}`, undefined, stranger)).notFound).toBe(true)
    for (const part of ['/move', '/cancel', '/mediator', '/attendance'])
      expect((await ask(`${path}${part}`, right({ revision: '0', by: 'A' }), stranger)).notFound).toBe(true)
  })
})

describe('the diary', () => {
  test('shows a day by mediator or by room, and is a sound table', async () => {
    await bookedPath()
    await bookedPath({ what: 'miam-B', time: '10:15am', place: 'telephone' })
    for (const by of ['mediator', 'room']) {
      const { html, title } = await ask(`/office/diary?day=2026-11-24&by=${by}`)
      expect(title).toBe('Diary, 24 November 2026')
      expect(html).toContain('Morgan Hale')
      expect(html).toContain('Garden room')
      expect(html).toMatch(/rowspan="4"/)
      expect(html).toContain('10:15am to 11:15am')
      expect(await faultsOf(html)).toEqual([])
    }
    expect((await ask('/office/diary?day=2026-11-25')).html).toContain('Nothing is booked')
  })

  test('shows a week, and a weekend day only when something is on', async () => {
    await bookedPath()
    const week = await ask('/office/diary?day=2026-11-26&view=week')
    expect(week.html).toContain('Week of 23 November 2026')
    expect(week.html).toContain('2:30pm to 3:30pm')
    expect(week.html).not.toContain('Sat 28 Nov')
    expect(await faultsOf(week.html)).toEqual([])
    await bookedPath({ what: 'miam-B', 'date-day': '28' })
    expect((await ask('/office/diary?day=2026-11-26&view=week')).html).toContain('Sat 28 Nov')
  })

  test('shows a mediator their own cases and nothing of the others', async () => {
    await bookedPath()
    const stranger = await service.staff('mediator')
    const { html } = await ask('/office/diary?day=2026-11-24', undefined, stranger)
    expect(html).not.toContain('Moss')
    expect((await ask('/office/diary?day=2026-11-24', undefined, mediator)).html).toContain('Moss')
  })

  test('of an address with nonsense is today’s', async () => {
    expect((await ask('/office/diary?day=2026-99-99&view=x&by=y')).title).toBe('Diary, 23 November 2026')
  })
})

test('the case page lists appointments with the way to book one', async () => {
  const path = await bookedPath()
  const request = { desk: service.desk.office, staff: coordinator, today: Temporal.PlainDate.from('2026-11-23') }
  const panel = await appointmentsPanel.show(request as StaffRequest<PurposeKey>, file.caseId)
  const html = renderPart(panel as Parameters<typeof renderPart>[0])
  expect(html).toContain(`href="${path}"`)
  expect(html).toContain(`href="${bookPath()}"`)
  expect(html).toContain('Tue 24 Nov, 2:30pm to 3:30pm')
})
