import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BookingGround, bookingTools, changeOf, withBoth } from '../../../test/support/booking-ground.ts'
import { OfferGround } from '../../../test/support/offer-ground.ts'
import { type Id, newId } from '../../values/ids.ts'
import { decideFee, recordAttendance } from '../bookings/index.ts'

let ground: BookingGround
let offers: OfferGround
let A: Id
let B: Id
beforeAll(async () => {
  ground = await BookingGround.make()
  offers = new OfferGround(ground)
  await ground.service.look(
    `INSERT INTO ev.price (item, amount_pence, in_force_from) VALUES ('miam', 12000, '2020-01-01'), ('session', 14001, '2020-01-01')`,
  )
})
afterAll(() => ground?.service.end())
beforeEach(async () => {
  await ground.begin()
  await ground.service.look('DELETE FROM ev.missed_rule')
  A = offers.person('A')
  B = offers.person('B')
})

const office = () => ground.service.desk.office
const rule = (days: number, share: number, from = '2020-01-01') =>
  ground.service.look(
    `INSERT INTO ev.missed_rule (notice_days, share_percent, source, in_force_from) VALUES ($1, $2, 'Agreement to mediate, 4', $3)`,
    [days, share, from],
  )
const kinds = async () => (await ground.tasks()).map((it) => it.kind)
const statuses = async () =>
  Object.fromEntries(
    (await ground.service.look<{ zone: string; status: string }>('SELECT zone, status FROM ev.attendance')).map(
      (it) => [it.zone, it.status],
    ),
  )
const decide = (appointmentId: Id, side: 'A' | 'B', decision: 'ask' | 'waive', more: object = {}) => {
  const today = ground.service.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
  const input = { key: newId(), appointmentId, side, decision, toldOn: today, reason: null, ...more }
  return decideFee(office(), ground.coordinator, input, bookingTools)
}
const fees = () => ground.service.look('SELECT amount_pence, how, reason FROM ev.missed_fee ORDER BY turn')

describe('a party cancels', () => {
  test('a session: both are told in the same words, and the other not by whom', async () => {
    await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    const mine = await offers.attendance(A)
    expect(await offers.cancel(A, mine)).toMatchObject({ done: true })
    expect(await statuses()).toEqual({ A: 'cancelled', B: 'called_off' })
    await offers.follow()
    const [toA, toB, ...more] = (await ground.written()).filter((it) => it.template === 'appointment-cancelled')
    expect(more).toEqual([])
    expect(toA?.body).toBe(toB?.body)
    expect(toB?.body).toContain('will not take place')
    expect(toB?.body).not.toMatch(/alex|sam|cancelled by|asked/i)
    expect(await kinds()).toEqual(['party-cancelled'])
  })

  test('what is not theirs, is over or was cancelled cannot be cancelled', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(2)))
    const mine = await offers.attendance(A)
    expect(await offers.cancel(B, mine)).toEqual({ done: false, reason: 'no-such-meeting' })
    expect(await offers.meeting(B, mine)).toBeNull()
    await ground.cancel(id, 'service')
    expect(await offers.cancel(A, mine)).toEqual({ done: false, reason: 'no-such-meeting' })
  })

  test('sees before what follows, by the rule that held when it was booked', async () => {
    await rule(3, 50)
    await rule(9, 100, '2099-01-01')
    await ground.booked(ground.slotAt(ground.inDays(2)))
    const meeting = await offers.meeting(A, await offers.attendance(A))
    expect(meeting?.rule).toEqual({ noticeDays: 3, sharePercent: 50 })
  })
})

describe('the fee rule', () => {
  const bookedAndCancelledLate = async () => {
    await rule(10, 50)
    const id = await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    await offers.cancel(A, await offers.attendance(A))
    await offers.follow()
    return id
  }

  test('asks a colleague to decide of whoever cancelled late, and of nobody else', async () => {
    const id = await bookedAndCancelledLate()
    expect(await kinds()).toContain('decide-fee')
    expect(await decide(id, 'B', 'ask')).toEqual({ done: false, reason: 'not-missed' })
    expect(await decide(id, 'A', 'ask')).toMatchObject({ done: true })
    // Half of £140.01, to the penny below.
    expect(await fees()).toMatchObject([{ amount_pence: 7000, how: 'cancelled' }])
    const told = (await ground.written()).filter((it) => it.template === 'missed-fee')
    expect(told).toMatchObject([{ zone: 'A', recipient: 'alexcanary@mail.example' }])
    expect(told[0]?.body).toContain('£70')
    expect(await kinds()).not.toContain('decide-fee')
  })

  test('can be waived, with a reason and by name', async () => {
    const id = await bookedAndCancelledLate()
    expect(await decide(id, 'A', 'waive')).toEqual({ done: false, reason: 'no-reason' })
    expect(await decide(id, 'A', 'waive', { reason: 'A child was ill' })).toMatchObject({ done: true })
    expect(await fees()).toMatchObject([{ amount_pence: 0, reason: 'A child was ill' }])
    expect((await ground.written()).filter((it) => it.template === 'missed-fee')).toEqual([])
    expect(await kinds()).not.toContain('decide-fee')
  })

  test('asks nothing of whoever told in time, also when it was noted later', async () => {
    const id = await bookedAndCancelledLate()
    const early = Temporal.PlainDate.from('2026-01-05')
    expect(await decide(id, 'A', 'ask', { toldOn: early })).toEqual({ done: false, reason: 'nothing-due' })
  })

  test('asks of whoever did not come, and never of whoever came: the database refuses it too', async () => {
    await rule(2, 100)
    const id = await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    await ground.service.look(
      `UPDATE ev.appointment SET starts_at = starts_at - interval '20 days', ends_at = ends_at - interval '20 days'`,
    )
    const attended = { A: 'attended', B: 'not_attended' } as const
    await recordAttendance(office(), ground.coordinator, { ...changeOf(id), attended })
    expect(await kinds()).toContain('decide-fee')
    expect(await decide(id, 'A', 'ask')).toEqual({ done: false, reason: 'not-missed' })
    const forced = ground.service.look(
      `INSERT INTO ev.missed_fee (case_id, attendance_id, how, amount_pence, decided_by)
       SELECT case_id, id, 'not_attended', 100, $1 FROM ev.attendance WHERE zone = 'A'`,
      [ground.coordinator],
    )
    await expect(forced).rejects.toThrow('did not miss it')
    expect(await decide(id, 'B', 'ask')).toMatchObject({ done: true })
    expect(await fees()).toMatchObject([{ amount_pence: 14001, how: 'not_attended' }])
    // Recorded wrongly: whoever came after all is asked for nothing.
    await recordAttendance(office(), ground.coordinator, {
      ...changeOf(id),
      attended: { A: 'attended', B: 'attended' },
    })
    expect(await decide(id, 'B', 'ask')).toEqual({ done: false, reason: 'not-missed' })
    expect(await kinds()).not.toContain('decide-fee')
  })

  test('where the service has set none, nobody is asked and nobody has to decide', async () => {
    await ground.booked(ground.slotAt(ground.inDays(1)))
    await offers.cancel(A, await offers.attendance(A))
    await offers.follow()
    expect(await kinds()).toEqual(['party-cancelled'])
  })
})
