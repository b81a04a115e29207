import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { AppointmentKind, AppointmentZone, Means } from '../../bookings/index.ts'

/** A time as it is chosen to be offered. */
export interface ChosenTime {
  readonly mediatorId: Id
  readonly roomId: Id | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export interface NewOffer {
  readonly caseId: Id
  readonly kind: AppointmentKind
  readonly zone: AppointmentZone
  readonly means: Means
  readonly answerBy: Temporal.PlainDate
  readonly times: readonly ChosenTime[]
}

export async function addOffer(scope: Scope, offer: NewOffer): Promise<Id> {
  const id = newId()
  const { caseId, zone } = offer
  const { kind, means } = offer
  await scope.queries
    .insertInto('time_offer')
    .values({ id, case_id: caseId, zone, kind, means, answer_by: offer.answerBy.toString() })
    .execute()
  await scope.queries
    .insertInto('offered_time')
    .values(
      offer.times.map((it) => ({
        ...{ id: newId(), offer_id: id, case_id: caseId, zone },
        ...{ mediator_id: it.mediatorId, room_id: it.roomId, starts_at: it.startsAt, ends_at: it.endsAt },
      })),
    )
    .execute()
  return id
}

/** Takes back what is still open for these people; answers what was. */
export async function takeBackOpen(
  scope: Scope,
  which: { readonly caseId: Id; readonly zone: AppointmentZone } | { readonly id: Id },
): Promise<Id[]> {
  let taking = scope.queries
    .updateTable('time_offer')
    .set({ status: 'withdrawn', settled_at: scope.now })
    .where('status', '=', 'open')
  if ('id' in which) taking = taking.where('id', '=', which.id)
  else taking = taking.where('case_id', '=', which.caseId).where('zone', '=', which.zone)
  return (await taking.returning('id').execute()).map((row) => row.id)
}

/** False when it is not open any more. */
export async function markBooked(scope: Scope, id: Id, appointmentId: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('time_offer')
    .set({ status: 'booked', appointment_id: appointmentId, settled_at: scope.now })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What a party told the office of the times. */
export async function addAnswer(
  scope: Scope,
  answer: {
    readonly offerId: Id
    readonly caseId: Id
    readonly side: 'A' | 'B'
    readonly times: readonly Id[]
    readonly words: string | null
  },
): Promise<void> {
  const { offerId, caseId, side, times, words } = answer
  const id = newId()
  const whose = { case_id: caseId, zone: side }
  await scope.queries
    .insertInto('time_answer')
    .values({ id, offer_id: offerId, ...whose, words })
    .execute()
  if (times.length === 0) return
  await scope.queries
    .insertInto('time_choice')
    .values(times.map((time) => ({ id: newId(), answer_id: id, ...whose, time_id: time })))
    .execute()
}
