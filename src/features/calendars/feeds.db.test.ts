import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BookingGround, withBoth } from '../../../test/support/booking-ground.ts'
import { readByBoth } from '../../../test/support/read-calendars.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import type { Staff } from '../../platform/web/route.ts'
import { londonInstant } from '../../values/calendar-days.ts'

let ground: BookingGround
let whole: WholeService
let mediator: Visitor & { readonly staff: Staff }
beforeAll(async () => {
  ground = await BookingGround.make()
  whole = await wholeService(ground.service)
})
afterAll(async () => {
  await whole?.end()
  await ground?.service.end()
})
beforeEach(async () => {
  await ground.begin()
  mediator = await whole.browserOf({ id: ground.mediator, name: 'A mediator', role: 'mediator' })
})

const page = '/office/account/calendar'
const addressIn = (html: string) => /http:\/\/localhost:3000(\/calendars\/[\w-]{43}\.ics)/.exec(html)?.[1] ?? ''

/** Makes an address as the mediator does. */
async function made(wording: 'neutral' | 'reference' = 'reference'): Promise<string> {
  const { html, status } = await mediator.send(page, { wording })
  expect(status).toBe(200)
  return addressIn(html)
}
const fetched = (address: string, from?: string) => whole.visitor(from).get(address)
const entries = async (address: string) => readByBoth((await fetched(address)).html)

describe('a mediator’s feed', () => {
  test('shows the number of the case and the kind of meeting, and nothing of anybody', async () => {
    await ground.booked(ground.slotAt(ground.inDays(2)))
    const address = await made()
    const { headers, html } = await fetched(address)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(readByBoth(html)).toMatchObject([
      {
        ...{ title: `${ground.file.reference}, first meeting`, status: 'CONFIRMED', class: 'PRIVATE', attendees: 0 },
        ...{ start: ground.inDays(2).toString(), end: ground.inDays(2, 1).toString(), sequence: 0 },
      },
    ])
    expect(html).not.toMatch(/alex|sam|canary|mail\.example|mediat|famil/i)
  })

  test('in neutral words has the times alone', async () => {
    await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    const { html } = await fetched(await made('neutral'))
    expect(readByBoth(html)).toMatchObject([{ title: 'Appointment', location: null }])
    expect(html).not.toContain(ground.file.reference)
    expect(html).not.toContain('Garden room')
  })

  test('follows what is moved and cancelled, and leaves out what is a colleague’s or long past', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(2)))
    await ground.booked(
      ground.slotAt(ground.inDays(2), { mediatorId: ground.colleague, roomId: null, means: 'telephone' }),
    )
    const address = await made()
    const [first] = await entries(address)
    await ground.move(id, ground.slotAt(ground.inDays(3)))
    const moved = await entries(address)
    expect(moved).toMatchObject([{ uid: first?.uid, sequence: 1, start: ground.inDays(3).toString() }])
    await ground.cancel(id, 'A', 1)
    expect(await entries(address)).toMatchObject([{ uid: first?.uid, sequence: 2, status: 'CANCELLED' }])
    const before = ground.service.clock.now()
    ground.service.clock.set(before.add({ hours: 24 * 40 }).toString())
    expect(await entries(address)).toEqual([])
    ground.service.clock.set(before.toString())
  })

  test.each(['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'])(
    'has the right local time on %s, by the clock change',
    async (day) => {
      const at = londonInstant(Temporal.PlainDateTime.from(`${day}T10:00`))
      await ground.booked(ground.slotAt(at, { outsideReason: 'A Saturday or a Sunday suits both' }))
      const [entry] = await entries(await made())
      const local = Temporal.Instant.from(entry?.start ?? '').toZonedDateTimeISO('Europe/London')
      expect(local.toPlainDateTime().toString()).toBe(`${day}T10:00:00`)
    },
  )
})

describe('a meeting with a child', () => {
  const look = (query: string, values: readonly unknown[]) =>
    ground.service.look<{ id: string }>(query, values as unknown[])

  /** Robin is met by the mediator of the case, as all three agreed. */
  async function met(): Promise<string | undefined> {
    const { caseId } = ground.file
    const [child] = await look(`INSERT INTO ev.child (case_id, given_name) VALUES ($1, 'Robincanary') RETURNING id`, [
      caseId,
    ])
    await look(
      `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until, hears_children)
       VALUES ($1, '1203A', 'accredited', '2031-06-30', true)`,
      [ground.mediator],
    )
    await look(
      `INSERT INTO ev.child_agreement (case_id, child_id, who, agreed, on_day, author)
       SELECT $1, $2, who, true, '2026-11-20', $3 FROM unnest(ARRAY['A', 'B', 'child']) AS who`,
      [caseId, child?.id, ground.mediator],
    )
    const [meeting] = await look(
      `INSERT INTO ev.child_meeting (case_id, child_id, mediator_id, starts_at, ends_at, author)
       VALUES ($1, $2, $3, $4, $5, $3) RETURNING id`,
      [caseId, child?.id, ground.mediator, ground.inDays(2), ground.inDays(2, 1)],
    )
    return meeting?.id
  }

  test('is in the feed of whoever holds it, and no word says that it is with a child', async () => {
    const id = await met()
    const address = await made()
    const { html } = await fetched(address)
    expect(readByBoth(html)).toMatchObject([
      { title: `${ground.file.reference}, meeting`, location: null, start: ground.inDays(2).toString(), attendees: 0 },
    ])
    expect(html).not.toMatch(/child|robin|canary/i)
    const neutral = await made('neutral')
    expect(await entries(neutral)).toMatchObject([{ title: 'Appointment' }])
    await look(`UPDATE ev.child_meeting SET status = 'not_held' WHERE id = $1`, [id])
    expect(await entries(neutral)).toMatchObject([{ status: 'CANCELLED' }])
    await look('DELETE FROM ev.child_meeting', [])
  })
})

describe('its address', () => {
  test('is kept as a hash, shown once, and logged by nobody', async () => {
    const address = await made()
    const token = address.slice('/calendars/'.length, -'.ics'.length)
    await fetched(address)
    expect((await mediator.get(page)).html).not.toContain(token)
    const rows = await ground.service.look<{ row: string }>(
      `SELECT f::text || encode(f.token_hash, 'escape') AS row FROM ev.calendar_feed f
       UNION ALL SELECT l::text FROM ev.access_log l UNION ALL SELECT r::text FROM ev.request_key r`,
    )
    expect(rows.length).toBeGreaterThan(2)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(whole.logged()).not.toContain(token)
    const [last] = await ground.service.look<{ db_role: string; feed: string }>(
      `SELECT l.db_role, f.id AS feed FROM ev.access_log l JOIN ev.calendar_feed f ON f.id = l.subject_id WHERE act = 'calendar.fetched'
        ORDER BY l.at DESC LIMIT 1`,
    )
    expect(last?.db_role).toMatch(/_public_calendars$/)
  })

  test('made anew ends the one before; ended, it answers as one that never was', async () => {
    const [first, second] = [await made(), await made()]
    const unknown = await fetched(`/calendars/${'x'.repeat(43)}.ics`)
    const old = await fetched(first)
    expect((await fetched(second)).status).toBe(200)
    await mediator.send(page, {}, `${page}/end`)
    const ended = await fetched(second)
    const plain = (html: string) => html.replaceAll(/\b[0-9a-f]{8}\b(?=<)/g, 'reference')
    for (const seen of [unknown, old, ended]) {
      expect(seen.status).toBe(404)
      expect(plain(seen.html)).toBe(plain(unknown.html))
      expect(Object.keys(seen.headers)).toEqual(Object.keys(unknown.headers))
    }
  })

  test.each([
    ['is suspended', 'suspended_at = ev.service_now()'],
    ['has left', `left_on = '2026-11-01'`],
    ['does other work', `role = 'coordinator'`],
  ])('ends at once when its mediator %s, for good', async (_, change) => {
    const address = await made()
    await ground.service.look(`UPDATE ev.staff SET ${change} WHERE id = $1`, [ground.mediator])
    expect((await fetched(address)).status).toBe(404)
    await ground.service.look(
      `UPDATE ev.staff SET suspended_at = NULL, left_on = NULL, role = 'mediator' WHERE id = $1`,
      [ground.mediator],
    )
    expect((await fetched(address)).status).toBe(404)
  })

  test('sent twice shows one address and makes one feed', async () => {
    const { html } = await mediator.get(page)
    const form = { _form: /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? '', wording: 'neutral' }
    const [one, other] = [await mediator.post(page, form), await mediator.post(page, form)]
    expect([one.status, other.status, other.location]).toEqual([200, 303, page])
    expect((await fetched(addressIn(one.html))).status).toBe(200)
  })

  test('is held off when it is fetched without end, and another is not', async () => {
    const address = await made()
    const seen: number[] = []
    for (let times = 0; times < 62; times++) seen.push((await fetched(address)).status)
    expect(seen.slice(0, 60).every((it) => it === 200)).toBe(true)
    expect(seen.at(-1)).toBe(429)
    expect((await fetched(await made())).status).toBe(200)
  })

  test.each(['coordinator', 'supervisor', 'administrator', 'privacyOfficer'])('is not had by a %s', async (role) => {
    expect((await (await whole.signedIn(role)).get(page)).status).toBe(404)
  })

  test('opens nothing under any other purpose, and no visitor reads the list of feeds', async () => {
    await made()
    const { desk } = whole.service.desks
    const list = desk.public.read(null, { purpose: 'calendars', deed: 'calendar.fetched' }, ({ queries }) =>
      queries.selectFrom('calendar_feed').select('id').execute(),
    )
    expect(await list).toEqual([])
    const own = desk.office.read(
      ground.colleague,
      { purpose: 'calendars', deed: 'calendar.feed-opened' },
      ({ queries }) => queries.selectFrom('calendar_feed').select('id').execute(),
    )
    expect(await own).toEqual([])
  })
})
