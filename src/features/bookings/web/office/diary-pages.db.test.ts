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
      expect(html.includes('no hours recorded')).toBe(by === 'mediator')
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
    const saturday = { what: 'miam-B', 'date-day': '28' }
    const refused = await pages.ask(pages.bookPath, pages.right(saturday))
    expect(refused.html).toContain('No hours of this mediator are recorded, and we hold no meetings then')
    await pages.bookedPath({ ...saturday, outside_reason: 'They work all week' })
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

  test('shows a day by place, and an outreach place from when its code counts', async () => {
    await pages.bookedPath()
    const place = await pages.ask('/office/diary?day=2026-11-24&by=venue')
    expect(place.html).toContain('Harbour Mediation House')
    expect(await faultsOf(place.html)).toEqual([])
    const outreach = (day: string) => pages.ask(`/office/diary?day=${day}&by=outreach`)
    expect((await outreach('2026-11-24')).html).toContain('No place has a legal aid code')
    await pages.service.look(
      `INSERT INTO ev.outreach_code (venue_id, code, in_force_from) SELECT venue_id, '01A', '2026-11-24' FROM ev.room WHERE id = $1`,
      [pages.room],
    )
    expect((await outreach('2026-11-23')).html).toContain('No place has a legal aid code')
    const { html } = await outreach('2026-11-24')
    expect(html).toContain('Harbour Mediation House, code 01A')
    expect(html).toContain('2:30pm to 3:30pm')
    expect(await faultsOf(html)).toEqual([])
  })

  test('says when we are closed, and refuses a bank holiday until somebody says why', async () => {
    expect((await pages.ask('/office/diary?day=2026-12-28')).html).toContain('is a bank holiday: we are closed')
    const then = pages.right({ 'date-day': '28', 'date-month': '12' })
    const refused = await pages.ask(pages.bookPath, then)
    expect(refused.html).toContain('We are closed on that bank holiday')
    expect(refused.html).toContain('<details class="govuk-details" open')
    expect(await faultsOf(refused.html)).toEqual([])
    const path = await pages.bookedPath({ ...then, outside_reason: 'They sail on the 29th' })
    const { html } = await pages.ask(path)
    expect(html).toContain('On a bank holiday, because')
    expect(html).toContain('They sail on the 29th')
  })

  test('prints who comes and when, each with their own time, and not for what', async () => {
    const arrival = await pages.ask(`/office/cases/${pages.file.caseId}/arrival`)
    expect(await faultsOf(arrival.html)).toEqual([])
    const apart = { first: 'B', gap: '20' }
    expect((await pages.ask(`/office/cases/${pages.file.caseId}/arrival`, apart)).redirect).toContain('/office/cases/')
    const refused = await pages.ask(pages.bookPath, pages.right({ what: 'session' }))
    expect(refused.html).toContain('there is one waiting room')
    await pages.service.look('UPDATE ev.venue SET separate_waiting = true')
    await pages.bookedPath({ what: 'session' })
    const { html, title } = await pages.ask('/office/diary/reception?day=2026-11-24')
    expect(title).toBe('Who comes on Tuesday 24 November 2026')
    expect(html).not.toContain('<h1')
    const times = [...html.matchAll(/(Alex M|Sam R)\.|\d:\d\dpm/g)].map((it) => it[0])
    expect(times).toEqual(['2:10pm', '3:30pm', 'Sam R.', '2:30pm', '3:50pm', 'Alex M.'])
    for (const word of ['Moss', 'Reed', 'Session', 'MIAM', pages.file.reference]) expect(html).not.toContain(word)
    expect(await faultsOf(html)).toEqual([])
    await pages.service.look('UPDATE ev.venue SET separate_waiting = false')
  })

  test('prints the times of one appointment that were said of it alone', async () => {
    const path = await pages.bookedPath({ what: 'session' })
    expect((await pages.ask(path)).html).toContain(`href="${path}/arrival"`)
    const form = await pages.ask(`${path}/arrival`)
    expect(form.html).toContain('There is one waiting room at Harbour Mediation House')
    expect(await faultsOf(form.html)).toEqual([])
    const apart = { first: 'A', gap: '30', revision: '0' }
    const refused = await pages.ask(`${path}/arrival`, { ...apart, first: '' })
    expect(refused.html).toContain('Choose how they arrive')
    expect((await pages.ask(`${path}/arrival`, { ...apart, revision: '3' })).html).toContain('Somebody changed this')
    expect((await pages.ask(`${path}/arrival`, apart)).redirect).toBe(path)
    expect((await pages.ask(path)).html).toContain('There from 2pm to 3:30pm, waits apart')
    const { html } = await pages.ask('/office/diary/reception?day=2026-11-24')
    const said = [...html.matchAll(/(Alex M|Sam R)\.|\d(:\d\d)?pm|In a waiting room alone/g)].map((it) => it[0])
    const alone = 'In a waiting room alone'
    expect(said).toEqual(['2pm', '3:30pm', 'Alex M.', alone, '2:30pm', '4pm', 'Sam R.', alone])
    const stranger = await pages.service.staff('mediator')
    expect((await pages.ask(`${path}/arrival`, undefined, stranger)).notFound).toBe(true)
    expect((await pages.ask(`${path}/arrival`, apart, stranger)).notFound).toBe(true)
    const miam = await pages.bookedPath({ time: '10am' })
    expect((await pages.ask(`${miam}/arrival`)).notFound).toBe(true)
  })
})
