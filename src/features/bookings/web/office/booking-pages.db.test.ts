import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askRoute } from '../../../../../test/support/ask-route.ts'
import { bookingTools } from '../../../../../test/support/booking-ground.ts'
import { BookingPages } from '../../../../../test/support/booking-pages.ts'
import { faultsOf } from '../../../../../test/support/page-faults.ts'
import { newId } from '../../../../values/ids.ts'
import { bookingsPlugin } from '../../plugin.ts'

let pages: BookingPages
beforeAll(async () => {
  pages = await BookingPages.make()
})
afterAll(() => pages.service.end())
beforeEach(() => pages.begin())

test('a broken page would be noticed', async () => {
  expect(await faultsOf('<p><div></div></p><input id="a"><input id="a">')).not.toEqual([])
})

describe('booking', () => {
  test('offers the two parties and the case’s own mediator', async () => {
    const { html } = await pages.ask(pages.bookPath)
    expect(html).toContain('MIAM with Alex')
    expect(html).toContain('Session with both')
    expect(html).toMatch(new RegExp(`value="${pages.mediator.id}" selected`))
    expect(html).toContain('Garden room')
    expect(await faultsOf(html)).toEqual([])
  })

  test('leads to the appointment, at the London time', async () => {
    const { html } = await pages.ask(await pages.bookedPath())
    expect(html).toContain('MIAM with Alex Moss')
    expect(html).toContain('Tuesday 24 November 2026, 2:30pm to 3:30pm (1 hour)')
    expect(html).not.toContain('Reed')
    expect(await faultsOf(html)).toEqual([])
  })

  test('offers to meet online where the policy lets people, and takes it nowhere else', async () => {
    const online = 'value="online"'
    expect((await pages.ask(pages.bookPath)).html).not.toContain(online)
    const refused = await pages.ask(pages.bookPath, pages.right({ place: 'online' }))
    expect(refused.html).toContain('Choose a room, or by telephone')
    const path = await pages.bookedPath()
    expect((await pages.ask(`${path}/move`)).html).not.toContain(online)
    const { routes } = bookingsPlugin({ ...bookingTools, hasOnline: true })
    const asked = { desk: pages.service.desk.office, staff: pages.coordinator, path: pages.bookPath }
    expect((await askRoute(routes, asked)).html).toContain(online)
    const send = pages.right({ place: 'online', time: '10:15am' })
    expect((await askRoute(routes, { ...asked, key: newId(), send })).redirect).toContain('/office/appointments/')
  })

  test('sent twice books once', async () => {
    const key = newId()
    const [one, two] = [
      await pages.ask(pages.bookPath, pages.right(), pages.coordinator, key),
      await pages.ask(pages.bookPath, pages.right(), pages.coordinator, key),
    ]
    expect(one.redirect).toBe(two.redirect)
    expect([await pages.rows('appointment'), await pages.rows('message')]).toEqual([1, 1])
  })

  const odd = ['<b>x</b>', `'";--`, '\u202Egnp.exe', '🙂', 'x'.repeat(5000), '0', '-1']
  const fields = ['what', 'mediator', 'place', 'minutes', 'time', 'date-day', 'date-month', 'date-year']
  test.each(fields)(
    'with anything wrong in %s says so at the field, keeps the rest and books nothing',
    async (field) => {
      const [name, part] = field.split('-')
      for (const text of ['', ...odd]) {
        const { invalid, html, redirect } = await pages.ask(pages.bookPath, pages.right({ [field]: text }))
        expect([redirect, invalid]).toEqual([null, true])
        const at = field === 'what' ? 'what' : part ? 'date' : name
        expect(html).toContain(`href="#${at}"`)
        expect(html).toMatch(/govuk-error-message/)
        if (field !== 'date-month') expect(html).toContain('value="November"')
        if (field !== 'time') expect(html).toContain('value="2:30pm"')
        expect(html).not.toContain('<b>x</b>')
      }
      expect(await pages.rows('appointment')).toBe(0)
    },
  )

  test('refuses a character that no text has', async () => {
    const { invalid, html } = await pages.ask(pages.bookPath, pages.right({ time: '2:30\u0000pm' }))
    expect(invalid).toBe(true)
    expect(html).toContain('hidden character')
    const inDay = await pages.ask(pages.bookPath, pages.right({ 'date-day': '2\u00004' }))
    expect(inDay.html).toMatch(/href="#date"[^<]*>[^<]*hidden character/)
  })

  test('names all that is missing at once, in the order of the page', async () => {
    const { html } = await pages.ask(pages.bookPath, {})
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
    const { invalid, html } = await pages.ask(pages.bookPath, pages.right(change as Record<string, string>))
    expect(invalid).toBe(true)
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain(words)
  })

  test('of a taken time offers the next free ones, and takes the one that is chosen', async () => {
    await pages.bookedPath()
    const refused = await pages.ask(pages.bookPath, pages.right({ what: 'miam-B' }))
    expect(refused.invalid).toBe(true)
    expect(refused.html).toContain('That mediator already has an appointment then')
    expect(refused.html).toContain('value="2:30pm"')
    const offered = [...refused.html.matchAll(/name="take"[^>]*value="([^"]+Z)"/g)].map((it) => it[1] ?? '')
    expect(offered[0]).toBe('2026-11-24T15:30:00Z')
    expect(await faultsOf(refused.html)).toEqual([])
    const { html } = await pages.ask(await pages.bookedPath({ what: 'miam-B', take: offered[1] ?? '' }))
    expect(html).toContain('Tuesday 24 November 2026, 4pm to 5pm')
  })

  test('in a case of somebody else, or of nobody, is no page', async () => {
    const stranger = await pages.service.staff('mediator')
    expect((await pages.ask(pages.bookPath, undefined, stranger)).notFound).toBe(true)
    expect((await pages.ask(pages.bookPath, pages.right({ mediator: stranger.id }), stranger)).notFound).toBe(true)
    expect((await pages.ask(`/office/cases/${newId()}/book`, pages.right())).notFound).toBe(true)
    expect((await pages.ask('/office/cases/x/book')).notFound).toBe(true)
  })
})
