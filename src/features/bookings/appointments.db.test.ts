import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCase } from '../../../test/support/a-case.ts'
import { BookingGround, bookingTools, changeOf, withBoth } from '../../../test/support/booking-ground.ts'
import { type Id, newId } from '../../values/ids.ts'
import { type CancelledBy, cancelAppointment } from './actions/cancel-appointment.ts'
import { changeMediator, moveAppointment } from './actions/move-appointment.ts'
import { recordAttendance } from './actions/record-attendance.ts'
import { appointmentsOf } from './data/appointment-reads.ts'
import { takenTimes } from './data/free-slots.ts'

let ground: BookingGround
beforeAll(async () => {
  ground = await BookingGround.make()
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

describe('a change', () => {
  test('made on an old view of the appointment is refused', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(1)))
    const moveTo = (days: number, revision: number) => ground.move(id, ground.slotAt(ground.inDays(days)), revision)
    expect(await moveTo(2, 0)).toMatchObject({ done: true })
    expect(await moveTo(3, 0)).toEqual({ done: false, reason: 'changed-meanwhile' })
    expect(await ground.cancel(id, 'service', 0)).toEqual({ done: false, reason: 'changed-meanwhile' })
    expect(await ground.cancel(id, 'service', 1)).toMatchObject({ done: true })
    expect(await moveTo(4, 2)).toEqual({ done: false, reason: 'changed-meanwhile' })
    expect(await ground.read(id)).toMatchObject({ status: 'cancelled', startsAt: ground.inDays(2) })
  })

  test('to a time when the mediator is taken is refused', async () => {
    await ground.booked(ground.slotAt(ground.inDays(1)))
    const second = await ground.booked(ground.slotAt(ground.inDays(2)))
    const outcome = await ground.move(second, ground.slotAt(ground.inDays(1)))
    expect(outcome).toEqual({ done: false, reason: 'mediator-taken' })
  })

  test('of mediator lets the new one see the case, and the old one no longer than it is theirs', async () => {
    ground.file = await aCase(ground.service)
    const id = await ground.booked(ground.slotAt(ground.inDays(1)))
    expect(await ground.read(id, ground.mediator)).not.toBeNull()
    expect(await ground.read(id, ground.colleague)).toBeNull()
    const to = { ...changeOf(id), mediatorId: ground.colleague }
    expect(await changeMediator(ground.service.desk.office, ground.coordinator, to)).toMatchObject({ done: true })
    expect(await ground.read(id, ground.colleague)).toMatchObject({ mediatorId: ground.colleague, revision: 1 })
    expect(await ground.read(id, ground.mediator)).toBeNull()
    expect(await ground.written()).toEqual([])
  })

  test('of time and mediator at once is one move: the parties are told of the time alone', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(1)))
    const before = (await ground.written()).length
    const moved = await ground.move(id, ground.slotAt(ground.inDays(2), { mediatorId: ground.colleague }))
    expect(moved).toMatchObject({ done: true })
    expect(await ground.read(id)).toMatchObject({ mediatorId: ground.colleague, startsAt: ground.inDays(2) })
    expect((await ground.written()).slice(before).map((it) => it.template)).toEqual(['appointment-moved'])
    await ground.move(id, ground.slotAt(ground.inDays(2)), 1)
    expect(await ground.read(id)).toMatchObject({ mediatorId: ground.mediator, revision: 2 })
    expect(await ground.written()).toHaveLength(before + 1)
  })

  test('of both, by a colleague who has but this appointment of the case, is refused: they could tell nobody', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(1), { mediatorId: ground.colleague }))
    const move = (startsAt: Temporal.Instant) => {
      const moving = { ...ground.slotAt(startsAt), ...changeOf(id) }
      return moveAppointment(ground.service.desk.office, ground.colleague, moving, bookingTools)
    }
    expect(await move(ground.inDays(2))).toEqual({ done: false, reason: 'given-away-first' })
    expect(await ground.read(id)).toMatchObject({ mediatorId: ground.colleague, revision: 0 })
    expect(await move(ground.inDays(1))).toMatchObject({ done: true })
    expect(await ground.read(id, ground.colleague)).toBeNull()
  })

  test('of somebody else’s case looks like one of no case', async () => {
    const stranger = (await ground.service.staff('mediator')).id
    const id = await ground.booked(ground.slotAt(ground.inDays(1)))
    const foreign = await cancelAppointment(
      ground.service.desk.office,
      stranger,
      { ...changeOf(id), by: 'service' },
      bookingTools,
    )
    const nothing = await cancelAppointment(
      ground.service.desk.office,
      stranger,
      { ...changeOf(newId()), by: 'service' },
      bookingTools,
    )
    expect(foreign).toEqual({ done: false, reason: 'no-such-appointment' })
    expect(foreign).toEqual(nothing)
  })
})

test('who asked to cancel stands in their own zone: to the other it was called off', async () => {
  const statuses = async (by: CancelledBy) => {
    const id = await ground.booked(ground.slotAt(ground.inDays(1), withBoth))
    await ground.cancel(id, by)
    return (await ground.read(id))?.attendances.map((it) => `${it.side} ${it.status}`)
  }
  expect(await statuses('A')).toEqual(['A cancelled', 'B called_off'])
  expect(await statuses('B')).toEqual(['A called_off', 'B cancelled'])
  expect(await statuses('both')).toEqual(['A cancelled', 'B cancelled'])
  expect(await statuses('service')).toEqual(['A called_off', 'B called_off'])
})

test('attendance is recorded for each party from when it begins, and can be put right', async () => {
  const id = await ground.booked(ground.slotAt(ground.inDays(1), withBoth))
  const record = (A: 'attended' | 'not_attended', B: 'attended' | 'not_attended') =>
    recordAttendance(ground.service.desk.office, ground.coordinator, {
      key: newId(),
      appointmentId: id,
      attended: { A, B },
    })
  expect(await record('attended', 'not_attended')).toEqual({ done: false, reason: 'not-begun' })
  ground.service.clock.forward('P1D')
  expect(await record('not_attended', 'not_attended')).toMatchObject({ done: true })
  expect(await ground.read(id)).toMatchObject({ status: 'not_held' })
  await record('attended', 'not_attended')
  const appointment = await ground.read(id)
  expect(appointment).toMatchObject({ status: 'held' })
  expect(appointment?.attendances.map((it) => it.status)).toEqual(['attended', 'not_attended'])
})

test('every change is recorded with its case, without values', async () => {
  const id = await ground.booked(ground.slotAt(ground.inDays(1)))
  await ground.cancel(id, 'A')
  const seen = await ground.service.look<{ act: string; case_id: string }>(
    `SELECT act, case_id FROM ev.access_log WHERE subject_id = $1 AND act LIKE 'appointment.%' ORDER BY id`,
    [id],
  )
  expect(seen).toEqual([
    { act: 'appointment.booked', case_id: ground.file.caseId },
    { act: 'appointment.cancelled', case_id: ground.file.caseId },
  ])
})

test('a mediator sees when a room is taken in a case that is not theirs, and not whose it is', async () => {
  const stranger = (await ground.service.staff('mediator')).id
  const id = await ground.booked(ground.slotAt(ground.inDays(1)))
  expect(await ground.read(id, stranger)).toBeNull()
  const deed = { purpose: 'booking', deed: 'appointment.free' } as const
  const taken = await ground.service.desk.office.read(stranger, deed, (scope) =>
    takenTimes(scope, { mediatorIds: [stranger], roomIds: [ground.room] }, ground.inDays(0), ground.inDays(3)),
  )
  expect(taken).toMatchObject([{ startsAt: ground.inDays(1), endsAt: ground.inDays(1, 1) }])
  expect(Object.keys(taken[0] ?? {})).not.toContain('caseId')
})

test('the appointments of a day are those of the London day', async () => {
  const outsideReason = 'They ring from abroad'
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
  await ground.booked(ground.slotAt(at('2027-06-10T23:30'), { endsAt: at('2027-06-10T23:45'), outsideReason }))
  await ground.booked(ground.slotAt(at('2027-06-11T00:00'), { endsAt: at('2027-06-11T00:15'), outsideReason }))
  const on = (day: string, staffId?: Id) =>
    ground.service.desk.office.read(ground.coordinator, { purpose: 'booking', deed: 'diary.opened' }, (scope) =>
      appointmentsOf(scope, Temporal.PlainDate.from(day), staffId),
    )
  expect(await on('2027-06-10')).toHaveLength(1)
  expect(await on('2027-06-11')).toHaveLength(1)
  expect(await on('2027-06-11', ground.colleague)).toHaveLength(0)
})
