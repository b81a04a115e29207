import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BookingGround, bookingTools, changeOf, withBoth } from '../../../test/support/booking-ground.ts'
import { type Id, newId } from '../../values/ids.ts'
import { setAbsence } from '../availability/index.ts'
import type { Booking } from './actions/book-appointment.ts'
import { planArrival, planOneArrival } from './actions/plan-arrival.ts'
import { freeSlots } from './data/free-slots.ts'
import type { ArrivalPlan } from './domain/arrival.ts'

let ground: BookingGround
beforeAll(async () => {
  ground = await BookingGround.make()
  await ground.service.look('UPDATE ev.venue SET separate_waiting = true')
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

const plan = (said: ArrivalPlan) => {
  const input = { key: newId(), caseId: ground.file.caseId, plan: said }
  return planArrival(ground.service.desk.office, ground.coordinator, input, bookingTools)
}
const planOne = (appointmentId: Id, said: ArrivalPlan, revision = 0) => {
  const input = { ...changeOf(appointmentId, revision), plan: said }
  return planOneArrival(ground.service.desk.office, ground.coordinator, input, bookingTools)
}
/** By how many minutes they come before ten; null: with the appointment. */
const thereFromMinutes = ({ arrivesAt }: { arrivesAt: Temporal.Instant | null }) => {
  const local = arrivesAt?.toZonedDateTimeISO('Europe/London')
  const minutes = local && (local.hour - 10) * 60 + local.minute
  return minutes || null
}
const firstA: ArrivalPlan = { apart: true, first: 'A', gapMinutes: 15 }
const to = (side: 'a' | 'b') => (side === 'a' ? 'alexcanary@mail.example' : 'samcanary@mail.example')

test('each is told their own times, in words and calendar, and nothing of the other’s', async () => {
  await plan(firstA)
  await ground.booked(ground.slotAt(ground.inDays(1), withBoth))
  const mails = await ground.send()
  const [a, b] = (['a', 'b'] as const).map((side) => mails.find((it) => it.to === to(side)))
  expect(a?.text).toContain('at 9:45am')
  expect(b?.text).toContain('at 10am')
  expect(a?.calendar?.content).toMatch(/DTSTART:\d{8}T094500Z[\s\S]*DTEND:\d{8}T110000Z/)
  expect(b?.calendar?.content).toMatch(/DTSTART:\d{8}T100000Z[\s\S]*DTEND:\d{8}T111500Z/)
  for (const mail of mails) expect(JSON.stringify(mail)).not.toMatch(/apart|wait|first|before/i)
})

test('a plan that is made later changes what is booked, and tells whoever comes at another time', async () => {
  const id = await ground.booked(ground.slotAt(ground.inDays(1), withBoth))
  await ground.send()
  await plan(firstA)
  const after = await ground.read(id)
  expect(
    after?.attendances.map((it) => [it.arrivesAt?.equals(ground.inDays(1)), it.waitsApart, it.ownChanges]),
  ).toEqual([
    [false, true, 1],
    [true, true, 1],
  ])
  expect((await ground.send()).map((it) => it.to).toSorted()).toEqual([to('a'), to('b')])
  await plan(firstA)
  expect(await ground.send()).toEqual([])
})

test('what was said of one appointment alone stays when the case’s plan changes, and concerns no other', async () => {
  const [one, other] = [1, 2].map((days) => ground.slotAt(ground.inDays(days), withBoth))
  const [id, second] = [await ground.booked(one as Booking), await ground.booked(other as Booking)]
  await ground.send()
  expect(await planOne(id, { apart: true, first: 'B', gapMinutes: 30 })).toMatchObject({ done: true })
  const mails = await ground.send()
  expect(mails.map((it) => [it.to, / at (\S+)\./.exec(it.text)?.[1]]).toSorted()).toEqual([
    [to('a'), '10am'],
    [to('b'), '9:30am'],
  ])
  for (const mail of mails) expect(JSON.stringify(mail)).not.toMatch(/apart|wait|first|before/i)
  expect((await ground.read(second))?.attendances.map((it) => it.waitsApart)).toEqual([false, false])
  await plan(firstA)
  const times = async (of: Id) => (await ground.read(of))?.attendances.map((it) => thereFromMinutes(it))
  expect(await times(id)).toEqual([null, -30])
  expect(await times(second)).toEqual([-15, null])
  await planOne(id, { apart: false })
  expect(await times(id)).toEqual([null, null])
})

test('at an appointment that is over, by telephone or of one party nobody says how they arrive', async () => {
  const alone = await ground.booked(ground.slotAt(ground.inDays(1)))
  const byPhone = { ...withBoth, means: 'telephone', roomId: null } as const
  const ringing = await ground.booked(ground.slotAt(ground.inDays(2), byPhone))
  for (const id of [alone, ringing, newId() as Id])
    expect(await planOne(id, firstA)).toEqual({ done: false, reason: 'no-such-appointment' })
  const both = await ground.booked(ground.slotAt(ground.inDays(3), withBoth))
  expect(await planOne(both, firstA, 7)).toEqual({ done: false, reason: 'changed-meanwhile' })
})

test('whoever was to be rung and now comes into a room arrives as the case has it', async () => {
  await plan(firstA)
  const byPhone = { ...withBoth, means: 'telephone', roomId: null } as const
  const id = await ground.booked(ground.slotAt(ground.inDays(1), byPhone))
  await ground.move(id, ground.slotAt(ground.inDays(2), withBoth))
  expect((await ground.read(id))?.attendances.map((it) => it.waitsApart)).toEqual([true, true])
})

test('the times go with the appointment when it is moved, and end where it is by telephone', async () => {
  await plan(firstA)
  const id = await ground.booked(ground.slotAt(ground.inDays(1), withBoth))
  await ground.move(id, ground.slotAt(ground.inDays(2), withBoth))
  const moved = await ground.read(id)
  expect(moved?.attendances[0]?.arrivesAt?.equals(ground.inDays(2).subtract({ minutes: 15 }))).toBe(true)
  await ground.move(id, ground.slotAt(ground.inDays(3), { ...withBoth, means: 'telephone', roomId: null }), 1)
  expect((await ground.read(id))?.attendances.map((it) => it.arrivesAt)).toEqual([null, null])
})

test('while the mediator is away nothing is booked, unless somebody says why, and that is kept', async () => {
  const away = { startsAt: ground.inDays(1), endsAt: ground.inDays(1, 4) }
  await setAbsence(ground.service.desk.office, ground.coordinator, { key: newId(), staffId: ground.mediator, ...away })
  expect(await ground.book(ground.slotAt(ground.inDays(1)))).toEqual({ done: false, reason: 'away' })
  await ground.booked(ground.slotAt(ground.inDays(1), { outsideReason: 'They come from abroad' }))
  const kept = await ground.service.look('SELECT against, reason FROM ev.booking_exception')
  expect(kept).toEqual([{ against: 'away', reason: 'They come from abroad' }])
})

test('free slots are when the mediator is there and the room is free, and none to a stranger', async () => {
  await ground.booked(ground.slotAt(ground.inDays(1)))
  const wanted = { mediatorId: ground.colleague, from: ground.inDays(1), minutes: 60, most: 2 }
  const deed = { purpose: 'booking', deed: 'appointment.free' } as const
  const free = (place: { roomId: typeof ground.room } | 'telephone') =>
    ground.service.desk.office.read(ground.coordinator, deed, (scope) => freeSlots(scope, { ...wanted, place }))
  expect((await free({ roomId: ground.room })).map((it) => it.startsAt)).toEqual([
    ground.inDays(1, 1),
    ground.inDays(1, 1).add({ minutes: 30 }),
  ])
  expect((await free('telephone'))[0]?.startsAt.equals(ground.inDays(1))).toBe(true)
  expect((await free({ roomId: newId() as typeof ground.room })).length).toBe(0)
})
