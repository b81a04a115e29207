import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BookingGround } from '../../../test/support/booking-ground.ts'
import { type Id, newId } from '../../values/ids.ts'
import { closeCase } from '../cases/index.ts'
import type { Booking } from './actions/book-appointment.ts'

let ground: BookingGround
beforeAll(async () => {
  ground = await BookingGround.make()
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

/** Pairs of appointments that stand at one time with one mediator, or in one room. */
const overlaps = async () =>
  (
    await ground.service.look(
      `SELECT FROM ev.appointment a JOIN ev.appointment b ON a.id < b.id AND (a.mediator_id = b.mediator_id OR a.room_id = b.room_id)
          AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
        WHERE a.status <> 'cancelled' AND b.status <> 'cancelled'`,
    )
  ).length

describe('two hundred at once', () => {
  /** All are under way together; on a slow machine one that waited too long for a connection is sent again, as a browser would. */
  const many = async (make: (count: number) => Booking) => {
    const patiently = (booking: Booking, tries = 5): ReturnType<typeof ground.book> =>
      ground.book(booking).catch((error: Error) => {
        if (tries === 0 || !error.message.includes('timeout exceeded when trying to connect')) throw error
        return patiently(booking, tries - 1)
      })
    const all = await Promise.all(Array.from({ length: 200 }, (_, count) => patiently(make(count))))
    const refusals = new Set(all.flatMap((it) => (it.done ? [] : [it.reason])))
    return { attempts: all.length, booked: all.filter((it) => it.done).length, refusals: [...refusals] }
  }

  test('for one mediator: one is booked', async () => {
    const start = ground.inDays(1)
    // Each begins a little later than the one before, so that all overlap and none is the same.
    const found = await many((count) =>
      ground.slotAt(start.add({ minutes: (count % 4) * 15 }), { means: 'telephone', roomId: null }),
    )
    expect(found).toEqual({ attempts: 200, booked: 1, refusals: ['mediator-taken'] })
    expect(await overlaps()).toBe(0)
    expect(await ground.written()).toHaveLength(1)
  })

  test('for one room: one is booked', async () => {
    const start = ground.inDays(2)
    const mediators: Id[] = []
    for (let count = 0; count < 200; count++) mediators.push((await ground.service.staff('mediator')).id)
    const found = await many((count) => ground.slotAt(start, { mediatorId: mediators[count] as Id }))
    await ground.service.look(`UPDATE ev.staff SET left_on = '2026-11-01' WHERE id = ANY ($1)`, [mediators])
    expect(found).toEqual({ attempts: 200, booked: 1, refusals: ['room-taken'] })
    expect(await overlaps()).toBe(0)
  })

  test('sent from one form: one is booked, and everybody is led to it', async () => {
    const booking = ground.slotAt(ground.inDays(3))
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => ground.book(booking)))
    const ids = new Set(outcomes.map((it) => (it.done ? it.value.appointmentId : it.reason)))
    expect(ids.size).toBe(1)
    expect(await ground.written()).toHaveLength(1)
  })
})

test('a case that is closed while somebody books in it ends either closed or booked, never both', async () => {
  const ends = new Set<string>()
  for (let round = 0; round < 12; round++) {
    await ground.begin()
    const close = () =>
      closeCase(ground.service.desk.office, ground.coordinator, {
        key: newId(),
        caseId: ground.file.caseId,
        outcome: 'withdrawn',
      })
    const book = () => ground.book(ground.slotAt(ground.inDays(1)))
    const [first, second] = await (round % 2 ? Promise.all([close(), book()]) : Promise.all([book(), close()]))
    expect([first.done, second.done].filter(Boolean)).toHaveLength(1)
    const refusal = [first, second].find((it) => !it.done)
    ends.add(refusal && !refusal.done ? refusal.reason : '')
  }
  expect([...ends].every((it) => ['case-closed', 'appointments'].includes(it))).toBe(true)
})

test('the database itself refuses a second appointment, whoever writes it', async () => {
  const id = await ground.booked(ground.slotAt(ground.inDays(1)))
  const copy = (columns: string) =>
    ground.service.look(
      `INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, room_id, means, starts_at, ends_at)
       SELECT case_id, kind, zone, ${columns}, means, starts_at + interval '45 minutes', ends_at + interval '45 minutes' FROM ev.appointment WHERE id = $1`,
      [id],
    )
  await expect(copy('mediator_id, room_id')).rejects.toThrow('appointment_mediator_free')
  await expect(copy(`'${ground.colleague}', room_id`)).rejects.toThrow('appointment_room_free')
})

test('an appointment may begin when another ends, and take the place of one that was cancelled', async () => {
  const first = await ground.booked(ground.slotAt(ground.inDays(1)))
  await ground.booked(ground.slotAt(ground.inDays(1, 1)))
  expect(await ground.book(ground.slotAt(ground.inDays(1)))).toEqual({ done: false, reason: 'mediator-taken' })
  await ground.cancel(first, 'service')
  expect(await ground.book(ground.slotAt(ground.inDays(1)))).toMatchObject({ done: true })
})

test('what cannot be booked is refused and writes nothing', async () => {
  const reason = async (booking: Booking) => {
    const outcome = await ground.book(booking)
    return outcome.done ? 'booked' : outcome.reason
  }
  expect(await reason(ground.slotAt(ground.service.clock.now()))).toBe('in-the-past')
  expect(await reason(ground.slotAt(ground.inDays(1), { caseId: newId() }))).toBe('no-such-case')
  expect(await reason(ground.slotAt(ground.inDays(1), { mediatorId: ground.coordinator }))).toBe('no-such-mediator')
  expect(await reason(ground.slotAt(ground.inDays(1), { roomId: newId() }))).toBe('no-such-room')
  await ground.service.look('UPDATE ev.staff SET suspended_at = now() WHERE id = $1', [ground.colleague])
  expect(await reason(ground.slotAt(ground.inDays(1), { mediatorId: ground.colleague }))).toBe('no-such-mediator')
  await ground.service.look(
    `UPDATE ev.case_file SET status = 'closed', closed_on = '2026-11-20', outcome = 'withdrawn' WHERE id = $1`,
    [ground.file.caseId],
  )
  expect(await reason(ground.slotAt(ground.inDays(1)))).toBe('case-closed')
  expect(await ground.written()).toEqual([])
})
