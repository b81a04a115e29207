import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BookingPages } from '../../../../../test/support/booking-pages.ts'
import { faultsOf } from '../../../../../test/support/page-faults.ts'
import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { renderPart } from '../../../../ui/render.ts'
import { appointmentsPanel } from '../../plugin.ts'

let pages: BookingPages
beforeAll(async () => {
  pages = await BookingPages.make()
})
afterAll(() => pages.service.end())
beforeEach(() => pages.begin())

describe('an appointment', () => {
  test('is moved by a form that knows its time', async () => {
    const path = await pages.bookedPath()
    const form = await pages.ask(`${path}/move`)
    expect(form.html).toContain('value="14:30"')
    expect(await faultsOf(form.html)).toEqual([])
    const moved = await pages.ask(`${path}/move`, pages.right({ time: '10am', place: 'telephone', revision: '0' }))
    expect(moved.redirect).toBe(path)
    const { html } = await pages.ask(path)
    expect(html).toContain('10am to 11am')
    expect(html).toContain('There is no safe telephone number for Alex Moss')
    const late = await pages.ask(`${path}/move`, pages.right({ time: '11am', revision: '0' }))
    expect(late.html).toContain('Somebody changed this appointment')
  })

  test('is moved to another mediator by the same form, and from the diary back to it', async () => {
    const path = await pages.bookedPath()
    const other = await pages.service.staff('mediator', 'Robin Vale')
    const to = pages.right({ time: '10am', mediator: other.id, revision: '0', from_diary: 'week-mediator' })
    expect((await pages.ask(`${path}/move`, { ...to, mediator: 'x' })).html).toContain('Choose a mediator')
    const past = await pages.ask(`${path}/move`, { ...to, 'date-day': '2' })
    expect(past.html).toContain('Choose a time that is still to come')
    expect(past.html).toContain('name="from_diary" value="week-mediator"')
    const moved = await pages.ask(`${path}/move`, to)
    expect(moved.redirect).toBe(`/office/diary?day=2026-11-24&view=week&by=mediator#at-${path.split('/').at(-1)}`)
    expect((await pages.ask(path)).html).toContain('Robin Vale')
    const odd = pages.right({ time: '11am', mediator: other.id, revision: '1', from_diary: 'https://elsewhere' })
    expect((await pages.ask(`${path}/move`, odd)).redirect).toBe(path)
  })

  test('of theirs that a mediator gave away is no page to them: they come to the diary', async () => {
    const path = await pages.bookedPath()
    const other = await pages.service.staff('mediator', 'Robin Vale')
    const to = pages.right({ mediator: other.id, revision: '0' })
    expect((await pages.ask(`${path}/move`, to, pages.mediator)).redirect).toBe('/office/diary')
  })

  test('is given to another mediator', async () => {
    const path = await pages.bookedPath()
    const other = await pages.service.staff('mediator', 'Robin Vale')
    expect((await pages.ask(`${path}/mediator`, { mediator: 'x', revision: '0' })).html).toContain('Choose a mediator')
    await pages.ask(`${path}/mediator`, { mediator: other.id, revision: '0' })
    expect((await pages.ask(path)).html).toContain('Robin Vale')
  })

  test('is cancelled by whoever was expected, or by us, and by nobody else', async () => {
    const path = await pages.bookedPath()
    expect(await faultsOf((await pages.ask(`${path}/cancel`)).html)).toEqual([])
    expect((await pages.ask(`${path}/cancel`, { by: 'B', revision: '0' })).html).toContain('Choose who asked')
    expect((await pages.ask(`${path}/cancel`, { revision: '0' })).html).toContain('Choose who asked')
    expect((await pages.ask(`${path}/cancel`, { by: 'A', revision: '0' })).redirect).toBe(path)
    expect((await pages.ask(path)).html).toContain('Cancelled')
  })

  test('records who came, once it has begun', async () => {
    const path = await pages.bookedPath({ what: 'session' })
    const both = { 'attended-A': 'attended', 'attended-B': 'not_attended' }
    expect((await pages.ask(`${path}/attendance`, both)).html).toContain('has not begun yet')
    pages.service.clock.forward('P2D')
    expect(await faultsOf((await pages.ask(`${path}/attendance`)).html)).toEqual([])
    const partly = await pages.ask(`${path}/attendance`, { 'attended-A': 'attended', 'attended-B': 'maybe' })
    expect(partly.html).toContain('Say whether Sam came')
    expect(partly.html).toMatch(/value="attended" checked/)
    expect((await pages.ask(`${path}/attendance`, both)).redirect).toBe(path)
    const { html } = await pages.ask(path)
    expect(html).toContain('Did not come')
    expect(html).toContain('Held')
    pages.service.clock.set('2026-11-23T10:00:00Z')
  })

  test('of somebody else’s case is no page, at any of its addresses', async () => {
    const path = await pages.bookedPath()
    const stranger = await pages.service.staff('mediator')
    for (const part of ['', '/move', '/cancel', '/mediator', '/attendance'])
      expect((await pages.ask(`${path}${part}`, undefined, stranger)).notFound).toBe(true)
    for (const part of ['/move', '/cancel', '/mediator', '/attendance'])
      expect((await pages.ask(`${path}${part}`, pages.right({ revision: '0', by: 'A' }), stranger)).notFound).toBe(true)
  })
})

test('the case page lists appointments with the way to book one', async () => {
  const path = await pages.bookedPath()
  const request = {
    desk: pages.service.desk.office,
    staff: pages.coordinator,
    today: Temporal.PlainDate.from('2026-11-23'),
  }
  const panel = await appointmentsPanel.show(request as StaffRequest<PurposeKey>, pages.file.caseId)
  const html = renderPart(panel as Parameters<typeof renderPart>[0])
  expect(html).toContain(`href="${path}"`)
  expect(html).toContain(`href="${pages.bookPath}"`)
  expect(html).toContain('Tue 24 Nov, 2:30pm to 3:30pm')
})
