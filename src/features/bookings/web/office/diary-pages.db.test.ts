import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BookingPages } from '../../../../../test/support/booking-pages.ts'
import { faultsOf } from '../../../../../test/support/page-faults.ts'

let pages: BookingPages
beforeAll(async () => {
  pages = await BookingPages.make()
})
afterAll(() => pages.service.end())
beforeEach(() => pages.begin())

describe('the diary', () => {
  test('shows a day by mediator or by room, and is a sound table', async () => {
    await pages.bookedPath()
    await pages.bookedPath({ what: 'miam-B', time: '10:15am', place: 'telephone' })
    for (const by of ['mediator', 'room']) {
      const { html, title } = await pages.ask(`/office/diary?day=2026-11-24&by=${by}`)
      expect(title).toBe('Diary, 24 November 2026')
      expect(html).toContain('Morgan Hale')
      expect(html).toContain('Garden room')
      expect(html).toMatch(/rowspan="4"/)
      expect(html).toContain('10:15am to 11:15am')
      expect(await faultsOf(html)).toEqual([])
    }
    expect((await pages.ask('/office/diary?day=2026-11-25')).html).toContain('Nothing is booked')
  })

  test('shows a week, and a weekend day only when something is on', async () => {
    await pages.bookedPath()
    const week = await pages.ask('/office/diary?day=2026-11-26&view=week')
    expect(week.html).toContain('Week of 23 November 2026')
    expect(week.html).toContain('2:30pm to 3:30pm')
    expect(week.html).not.toContain('Sat 28 Nov')
    expect(await faultsOf(week.html)).toEqual([])
    await pages.bookedPath({ what: 'miam-B', 'date-day': '28' })
    expect((await pages.ask('/office/diary?day=2026-11-26&view=week')).html).toContain('Sat 28 Nov')
  })

  test('shows a mediator their own cases and nothing of the others', async () => {
    await pages.bookedPath()
    const stranger = await pages.service.staff('mediator')
    const { html } = await pages.ask('/office/diary?day=2026-11-24', undefined, stranger)
    expect(html).not.toContain('Moss')
    expect((await pages.ask('/office/diary?day=2026-11-24', undefined, pages.mediator)).html).toContain('Moss')
  })

  test('of an address with nonsense is today’s', async () => {
    expect((await pages.ask('/office/diary?day=2026-99-99&view=x&by=y')).title).toBe('Diary, 23 November 2026')
  })
})
