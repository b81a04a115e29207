import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BookingGround, withBoth } from '../../../test/support/booking-ground.ts'
import { readByBoth } from '../../../test/support/read-calendars.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import { londonInstant } from '../../values/calendar-days.ts'
import type { Id } from '../../values/ids.ts'

let ground: BookingGround
let whole: WholeService
beforeAll(async () => {
  ground = await BookingGround.make()
  whole = await wholeService(ground.service)
})
afterAll(async () => {
  await whole?.end()
  await ground?.service.end()
})
beforeEach(() => ground.begin())

const partyIn = async (side: 'A' | 'B'): Promise<Visitor> => {
  const [found] = await ground.service.look<{ id: Id }>(
    'SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2',
    [ground.file.caseId, side],
  )
  return whole.partyIn(found?.id as Id)
}
const linkOn = (html: string) => /href="(\/portal\/calendar\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
const takenBy = async (party: Visitor) => party.get(linkOn((await party.get('/portal')).html))
const entryOf = async (party: Visitor) => readByBoth((await takenBy(party)).html)[0]

describe('a party’s own entry', () => {
  test('is theirs alone: no attendee, nothing of the other or of what it is about', async () => {
    await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    const { status, headers, html } = await takenBy(await partyIn('A'))
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(String(headers['content-disposition'])).toBe("attachment; filename*=UTF-8''appointment.ics")
    const start = ground.inDays(2).toString()
    expect(readByBoth(html)).toMatchObject([{ title: 'Appointment', class: 'PRIVATE', attendees: 0, start }])
    const organiser = html.replaceAll(/^ORGANIZER.*\r\n( .*\r\n)*/gm, '')
    expect(organiser).not.toMatch(/alex|sam|canary|mail\.example|mediat|famil|miam|session/i)
    expect(html).not.toContain(ground.file.reference)
  })

  test('is the same entry as the one that came by e-mail, also when it is moved', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    await ground.move(id, ground.slotAt(ground.inDays(3), withBoth))
    for (const side of ['A', 'B'] as const) {
      const written = (await ground.written()).filter((it) => it.zone === side).at(-1)
      const [sent] = readByBoth(written?.calendar_entry ?? '')
      expect(await entryOf(await partyIn(side))).toEqual(sent)
      expect(sent).toMatchObject({ sequence: 1, start: ground.inDays(3).toString() })
    }
  })

  test('of one that was cancelled says so, to whoever kept its address', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    const party = await partyIn('A')
    const link = linkOn((await party.get('/portal')).html)
    await ground.cancel(id, 'B')
    const { html } = await party.get(link)
    expect(readByBoth(html)).toMatchObject([{ status: 'CANCELLED', sequence: 1 }])
    expect(html).toContain('METHOD:CANCEL')
  })

  test('is not to be had by the other, by a stranger, or by an address of nothing', async () => {
    await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    const [a, b] = [await partyIn('A'), await partyIn('B')]
    const [ofA, ofB] = [linkOn((await a.get('/portal')).html), linkOn((await b.get('/portal')).html)]
    expect(ofA).not.toBe(ofB)
    expect((await b.get(ofA)).status).toBe(404)
    expect((await a.get(ofB)).status).toBe(404)
    expect((await a.get('/portal/calendar/x')).status).toBe(404)
    expect((await whole.visitor().get(ofA)).status).toBe(303)
  })

  test.each(['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'])(
    'has the right local time on %s, by the clock change',
    async (day) => {
      const at = londonInstant(Temporal.PlainDateTime.from(`${day}T10:00`))
      await ground.booked(ground.slotAt(at, { outsideReason: 'A Saturday or a Sunday suits both' }))
      const entry = await entryOf(await partyIn('A'))
      const local = Temporal.Instant.from(entry?.start ?? '').toZonedDateTimeISO('Europe/London')
      expect(local.toPlainDateTime().toString()).toBe(`${day}T10:00:00`)
    },
  )
})
