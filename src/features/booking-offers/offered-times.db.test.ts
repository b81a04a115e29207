import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCase } from '../../../test/support/a-case.ts'
import { BookingGround, bookingTools } from '../../../test/support/booking-ground.ts'
import { OfferGround } from '../../../test/support/offer-ground.ts'
import { type Id, newId } from '../../values/ids.ts'
import { bookOffered, noteAnswer, offerOf, withdrawOffer } from './index.ts'

let ground: BookingGround
let offers: OfferGround
let A: Id
let B: Id
beforeAll(async () => {
  ground = await BookingGround.make()
  offers = new OfferGround(ground)
})
afterAll(() => ground?.service.end())
beforeEach(async () => {
  await ground.begin()
  A = offers.person('A')
  B = offers.person('B')
})

const office = () => ground.service.desk.office
const three = () => [ground.inDays(2), ground.inDays(3), ground.inDays(4)]
const idsOf = async (person: Id) => (await offers.seen(person))[0]?.times.map((it) => it.id) ?? []
const kinds = async () => (await ground.tasks()).map((it) => it.kind)
const appointments = () =>
  ground.service.look('SELECT zone, status, starts_at FROM ev.appointment ORDER BY starts_at, made_at')

describe('times for a meeting of one’s own', () => {
  test('are seen by whom they are for, and told by a message of their own without a time in it', async () => {
    await offers.offered('A', three())
    const [offer] = await offers.seen(A)
    expect(offer).toMatchObject({ kind: 'miam', forBoth: false, said: null })
    expect(offer?.times.map((it) => it.startsAt.toString())).toEqual(three().map(String))
    expect(await offers.seen(B)).toEqual([])
    const [message, ...others] = await ground.written()
    expect(others).toEqual([])
    expect(message).toMatchObject({ zone: 'A', recipient: 'alexcanary@mail.example', template: 'times-offered' })
    expect(message?.body).not.toMatch(/10am|mediat|miam|sam/i)
  })

  test('one is taken and booked at once; the other days are free again, and everybody is told', async () => {
    await offers.offered('A', three())
    const [, second] = await idsOf(A)
    expect(await offers.take(A, second as Id)).toMatchObject({ done: true })
    expect(await appointments()).toMatchObject([{ zone: 'A', status: 'booked', starts_at: ground.inDays(3) }])
    expect(await offers.seen(A)).toEqual([])
    expect(await offers.follow()).toBe(1)
    expect(await offers.follow()).toBe(0)
    const told = (await ground.written()).filter((it) => it.status === 'waiting')
    expect(told).toMatchObject([{ zone: 'A', template: 'appointment-booked' }])
    expect(told[0]?.calendar_entry).toContain('BEGIN:VEVENT')
    expect(await kinds()).not.toContain('times-unanswered')
  })

  test('a second try finds that it is over, and books nothing more', async () => {
    await offers.offered('A', three())
    const [first, second] = await idsOf(A)
    await offers.take(A, first as Id)
    expect(await offers.take(A, second as Id)).toEqual({ done: false, reason: 'ended' })
    expect(await appointments()).toHaveLength(1)
  })

  test('what somebody else took meanwhile is shown no more; who was too late is told so and sees what remains', async () => {
    await offers.offered('A', three())
    const [first] = await idsOf(A)
    await ground.booked({ ...ground.slotAt(ground.inDays(2)), zone: 'B' })
    expect(await idsOf(A)).toHaveLength(2)
    expect(await offers.take(A, first as Id)).toEqual({ done: false, reason: 'taken' })
    expect(await offers.take(A, (await idsOf(A))[0] as Id)).toMatchObject({ done: true })
  })

  test('two people take one time at once: one has it, the other is told, whoever was first', async () => {
    const start = ground.inDays(2)
    const mine = ground.file
    for (let round = 0; round < 6; round++) {
      const [one, other] = [await freshCase(), await freshCase()]
      for (const file of [one, other]) await offers.offered('A', [start.add({ hours: round }), ground.inDays(3)], file)
      const people = [one, other].map((file) => offers.person('A', file))
      const times = await Promise.all(people.map(idsOf))
      const outcomes = await Promise.all(people.map((person, index) => offers.take(person, times[index]?.[0] as Id)))
      expect(outcomes.filter((it) => it.done)).toHaveLength(1)
      expect(outcomes.find((it) => !it.done)).toEqual({ done: false, reason: 'taken' })
    }
    ground.file = mine
  })

  const freshCase = () =>
    aCase(ground.service, { mediator: ground.mediator, A: { email: [`${newId()}@mail.example`, 'safe'] } })

  test('nobody takes what is offered to another, nor what is for both', async () => {
    await offers.offered('A', three())
    const [time] = await idsOf(A)
    expect(await offers.take(B, time as Id)).toEqual({ done: false, reason: 'no-such-time' })
    await offers.offered('both', [ground.inDays(5)])
    const both = (await offers.seen(B))[0]?.times[0]?.id as Id
    expect(await offers.take(B, both)).toEqual({ done: false, reason: 'no-such-time' })
    expect(await appointments()).toEqual([])
  })

  test('an offer ends with its day, when it is taken back, and when a newer one takes its place', async () => {
    const first = await offers.offered('A', three())
    const times = await idsOf(A)
    await offers.offered('A', [ground.inDays(6)])
    expect(await offers.take(A, times[0] as Id)).toEqual({ done: false, reason: 'ended' })
    const [offer] = await offers.seen(A)
    expect(offer?.times).toHaveLength(1)
    expect(await kinds()).toEqual(['times-unanswered'])
    await withdrawOffer(office(), ground.coordinator, { key: newId(), offerId: offer?.id as Id })
    expect(await offers.seen(A)).toEqual([])
    expect(await kinds()).toEqual([])
    expect(first).not.toBe(offer?.id)
    await offers.offered('A', [ground.inDays(6)])
    await ground.service.look(`UPDATE ev.time_offer SET answer_by = '2020-01-01'`)
    expect(await offers.seen(A)).toEqual([])
  })

  test('with a mediator who is away by now they are not to be had', async () => {
    await offers.offered('A', three())
    const times = await idsOf(A)
    await ground.service.look('INSERT INTO ev.absence (staff_id, starts_at, ends_at) VALUES ($1, $2, $3)', [
      ...[ground.mediator, ground.inDays(2).toString(), ground.inDays(2, 3).toString()],
    ])
    expect(await idsOf(A)).toHaveLength(2)
    expect(await offers.take(A, times[0] as Id)).toEqual({ done: false, reason: 'taken' })
  })

  test('at an hour at which the mediator works no more, or in their break, they are not to be had', async () => {
    await offers.offered('A', three())
    const times = await idsOf(A)
    const works = (more: string, day = 2) =>
      ground.service.look(
        `INSERT INTO ev.working_hours (staff_id, weekday, from_minute, until_minute, break_from, break_until, first_day, last_day)
         VALUES ($1, extract(isodow FROM $2::timestamptz), ${more}, $2::date, $2::date)`,
        [ground.mediator, ground.inDays(day).toString()],
      )
    await works('660, 1020, NULL, NULL')
    await works('540, 1020, 630, 690', 3)
    await works('540, 1020, 720, 765', 4)
    expect(await idsOf(A)).toEqual(times.slice(2))
    expect(await offers.take(A, times[0] as Id)).toEqual({ done: false, reason: 'taken' })
    expect(await offers.take(A, times[2] as Id)).toMatchObject({ done: true })
    await ground.service.look('DELETE FROM ev.working_hours')
  })

  test('with no time to get there from another place they are not to be had', async () => {
    await offers.offered('A', three())
    const times = await idsOf(A)
    const [far] = await ground.service.look<{ room: string; venue: string }>(
      `WITH v AS (INSERT INTO ev.venue (name, address, postcode) VALUES ('Far away', '1 Far Lane', 'FW9 9ZZ') RETURNING id)
       INSERT INTO ev.room (venue_id, name) SELECT id, 'The far room' FROM v RETURNING id AS room, venue_id AS venue`,
    )
    const late = { startsAt: ground.inDays(2, 1).add({ minutes: 30 }), endsAt: ground.inDays(2, 2) }
    await ground.booked({ ...ground.slotAt(ground.inDays(2)), ...late, zone: 'B', roomId: far?.room as Id })
    expect(await idsOf(A)).toEqual(times)
    await ground.service.look(
      `INSERT INTO ev.travel_time (one_venue, other_venue, minutes)
       SELECT least(venue_id, $2), greatest(venue_id, $2), 45 FROM ev.room WHERE id = $1`,
      [ground.room, far?.venue],
    )
    expect(await idsOf(A)).toEqual(times.slice(1))
    expect(await offers.take(A, times[0] as Id)).toEqual({ done: false, reason: 'taken' })
    await ground.service.look('DELETE FROM ev.travel_time')
  })

  test('nobody is offered what stands in an open offer to the other', async () => {
    await offers.offered('A', three())
    expect(await offers.offer('B', [ground.inDays(3)])).toEqual({ done: false, reason: 'offered-to-other' })
  })
})

describe('times for a session', () => {
  const offerBoth = async () => {
    const id = await offers.offered('both', three())
    return { id, times: await idsOf(A) }
  }

  test('what one says is in nothing that the other sees', async () => {
    const { id, times } = await offerBoth()
    const before = JSON.stringify(await offers.seen(B))
    await offers.answer(A, id, times.slice(0, 1), 'Not when Sam works')
    await offers.follow()
    expect(JSON.stringify(await offers.seen(B))).toBe(before)
    expect((await offers.seen(A))[0]?.said).toEqual({ times: times.slice(0, 1), words: 'Not when Sam works' })
    const rows = await ground.service.desk.portal.read(B, { purpose: 'booking', deed: 'times.own-listed' }, (scope) =>
      Promise.all([
        scope.queries.selectFrom('time_answer').select('id').execute(),
        scope.queries.selectFrom('time_choice').select('id').execute(),
        scope.queries.selectFrom('party_act').select('id').execute(),
        scope.queries.selectFrom('offered_time').select('id').execute(),
      ]),
    )
    expect(rows.map((it) => it.length)).toEqual([0, 0, 0, 3])
  })

  test('what is taken by now is still shown, so that neither learns by it what the other does', async () => {
    await offerBoth()
    await ground.booked(ground.slotAt(ground.inDays(3)))
    expect(await idsOf(B)).toHaveLength(3)
  })

  test('the office sees where they meet and books it with one press; both are told, each their own', async () => {
    const { id, times } = await offerBoth()
    await offers.answer(A, id, times.slice(0, 2))
    await offers.answer(B, id, times.slice(1), 'Mondays')
    await offers.follow()
    expect(await kinds()).toEqual(['times-answered'])
    const deed = { purpose: 'booking', deed: 'times.opened' } as const
    const offer = await office().read(ground.coordinator, deed, (scope) => offerOf(scope, id))
    expect(offer?.answers.map((it) => [it.side, it.times.length, it.words])).toEqual([
      ['A', 2, null],
      ['B', 2, 'Mondays'],
    ])
    const booked = await bookOffered(
      office(),
      ground.coordinator,
      { key: newId(), offerId: id, timeId: times[1] as Id },
      bookingTools,
    )
    expect(booked).toMatchObject({ done: true })
    expect(await appointments()).toMatchObject([{ zone: 'both', starts_at: ground.inDays(3) }])
    const told = (await ground.written()).filter((it) => it.status === 'waiting')
    expect(told.map((it) => [it.zone, it.template])).toEqual([
      ['A', 'appointment-booked'],
      ['B', 'appointment-booked'],
    ])
    expect(await kinds()).toEqual([])
    expect(await offers.seen(A)).toEqual([])
  })

  test('an answer that was given on the telephone stands as if it came by the portal', async () => {
    const { id, times } = await offerBoth()
    const input = { key: newId(), offerId: id, side: 'B', times: times.slice(0, 1), words: null } as const
    expect(await noteAnswer(office(), ground.coordinator, input)).toMatchObject({ done: true })
    expect((await offers.seen(B))[0]?.said?.times).toEqual(times.slice(0, 1))
    expect((await offers.seen(A))[0]?.said).toBeNull()
    expect(await kinds()).toEqual(['times-unanswered'])
  })

  test('an answer to an offer that is over is refused, and one to another’s offer too', async () => {
    const { id, times } = await offerBoth()
    const stranger = await aCase(ground.service)
    expect(await offers.answer(stranger.A.personId, id, times)).toEqual({ done: false, reason: 'ended' })
    await ground.service.look(`UPDATE ev.time_offer SET answer_by = '2020-01-01'`)
    expect(await offers.answer(A, id, times)).toEqual({ done: false, reason: 'ended' })
  })
})
