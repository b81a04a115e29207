import type { Id } from '../../../values/ids.ts'
import type { AppointmentKind, AppointmentZone, Means } from '../../bookings/index.ts'

/** A time that somebody may take. */
export interface OfferedTime {
  readonly id: Id
  readonly mediatorId: Id
  readonly mediatorName: string
  /** Null by telephone. */
  readonly roomId: Id | null
  readonly place: string | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** What one party said of the times, by themselves. */
export interface TimeAnswer {
  readonly side: 'A' | 'B'
  readonly times: readonly Id[]
  readonly words: string | null
  readonly saidAt: Temporal.Instant
}

export interface TimeOffer {
  readonly id: Id
  readonly caseId: Id
  readonly reference: string
  readonly kind: AppointmentKind
  readonly zone: AppointmentZone
  readonly means: Means
  readonly answerBy: Temporal.PlainDate
  readonly status: 'open' | 'booked' | 'withdrawn'
  readonly appointmentId: Id | null
  readonly times: readonly OfferedTime[]
  /** The latest of each party. */
  readonly answers: readonly TimeAnswer[]
}

/** Where it is, when it is at no place. */
export const withoutPlace = (means: Means): string => (means === 'online' ? 'online' : 'by telephone')

export type OfferState = 'open' | 'over' | 'booked' | 'withdrawn'

/** An offer ends with a day, whether anybody says so or not. */
export const stateOf = (offer: Pick<TimeOffer, 'status' | 'answerBy'>, today: Temporal.PlainDate): OfferState =>
  offer.status === 'open' && Temporal.PlainDate.compare(offer.answerBy, today) < 0 ? 'over' : offer.status

export const stateWords: Readonly<Record<OfferState, string>> = {
  open: 'Open',
  over: 'Its last day is over',
  booked: 'Booked',
  withdrawn: 'Taken back',
}

/** Whom an offer is for. */
export const sidesOf = (zone: AppointmentZone): readonly ('A' | 'B')[] => (zone === 'both' ? ['A', 'B'] : [zone])

/** Whether this party said that they can do this time. */
export const canDo = (offer: Pick<TimeOffer, 'answers'>, side: 'A' | 'B', time: Id): boolean =>
  offer.answers.some((it) => it.side === side && it.times.includes(time))

/** The times that everybody can do whom the offer is for. */
export const whereTheyMeet = (offer: Pick<TimeOffer, 'zone' | 'times' | 'answers'>): OfferedTime[] =>
  offer.times.filter((time) => sidesOf(offer.zone).every((side) => canDo(offer, side, time.id)))

/** Who has not said anything yet. */
export const unanswered = (offer: Pick<TimeOffer, 'zone' | 'answers'>): ('A' | 'B')[] =>
  sidesOf(offer.zone).filter((side) => !offer.answers.some((it) => it.side === side))
