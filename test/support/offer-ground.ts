import {
  answerOffer,
  cancelOwn,
  offerTimes,
  ownMeeting,
  ownOffers,
  takeTime,
} from '../../src/features/booking-offers/index.ts'
import { followPartyActs } from '../../src/features/booking-offers/jobs/follow-party-acts.job.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import type { TestCase } from './a-case.ts'
import { type BookingGround, bookingTools } from './booking-ground.ts'

/** What parties and the office do with offered times, on a ground of bookings. */
export class OfferGround {
  readonly ground: BookingGround

  constructor(ground: BookingGround) {
    this.ground = ground
  }

  person(side: 'A' | 'B', file: TestCase = this.ground.file): Id {
    return file[side].personId
  }

  /** Offers hours of the ground's mediator in its room, to be answered by the third day from now. */
  offer(zone: 'A' | 'B' | 'both', starts: readonly Temporal.Instant[], file: TestCase = this.ground.file) {
    const { service, coordinator, mediator: mediatorId, room: roomId } = this.ground
    const times = starts.map((startsAt) => ({ mediatorId, roomId, startsAt, endsAt: startsAt.add({ minutes: 60 }) }))
    const kind = zone === 'both' ? 'session' : 'miam'
    const answerBy = service.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 1 })
    const input = { key: newId(), caseId: file.caseId, kind, zone, means: 'room', answerBy, times } as const
    return offerTimes(service.desk.office, coordinator, input, bookingTools)
  }

  /** Offers what must succeed; answers its identifier. */
  async offered(zone: 'A' | 'B' | 'both', starts: readonly Temporal.Instant[], file?: TestCase): Promise<Id> {
    const outcome = await this.offer(zone, starts, file)
    if (!outcome.done) throw new Error(outcome.reason)
    return outcome.value.offerId as Id
  }

  /** What a party sees of what is offered to them. */
  seen(person: Id) {
    const deed = { purpose: 'booking', deed: 'times.own-listed' } as const
    return this.ground.service.desk.portal.read(person, deed, ownOffers)
  }

  take(person: Id, timeId: Id) {
    return takeTime(this.ground.service.desk.portal, person, { key: newId(), timeId })
  }

  answer(person: Id, offerId: Id, times: readonly Id[], words = '') {
    return answerOffer(this.ground.service.desk.portal, person, { key: newId(), offerId, times, words })
  }

  /** Their only part in an appointment that is still expected. */
  async attendance(person: Id): Promise<Id> {
    const [row] = await this.ground.service.look<{ id: Id }>(
      `SELECT t.id FROM ev.attendance t JOIN ev.party p ON p.id = t.party_id WHERE p.person_id = $1 ORDER BY t.status <> 'expected' LIMIT 1`,
      [person],
    )
    return row?.id ?? newId()
  }

  meeting(person: Id, attendanceId: Id) {
    const deed = { purpose: 'booking', deed: 'appointment.own-cancelling' } as const
    return this.ground.service.desk.portal.read(person, deed, (scope) => ownMeeting(scope, attendanceId))
  }

  cancel(person: Id, attendanceId: Id) {
    return cancelOwn(this.ground.service.desk.portal, person, { key: newId(), attendanceId })
  }

  /** The service follows what the parties did; answers how many things it did. */
  follow(): Promise<number> {
    return followPartyActs(bookingTools).run(this.ground.service.desk.worker)
  }
}
