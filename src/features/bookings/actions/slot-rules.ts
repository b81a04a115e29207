import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { availability, whyUnavailable } from '../../availability/index.ts'
import { rooms } from '../../settings/index.ts'
import { mediators } from '../../staff/index.ts'
import type { Appointment } from '../data/appointment-reads.ts'
import { arrivalPlanOf } from '../data/arrival-plans.ts'
import type { Against } from '../data/booking-exceptions.ts'
import { takenTimes } from '../data/free-slots.ts'
import { type AppointmentZone, lengths, minutesOf, type Slot } from '../domain/appointment.ts'

export type SlotRefusal =
  | 'mediator-taken'
  | 'mediator-walled'
  | 'room-taken'
  | 'in-the-past'
  | 'no-such-mediator'
  | 'no-such-room'
  | Against

/** The constraints of the database that say that somebody or some room is taken, or keeps away. */
export const slotRefusals = {
  appointment_mediator_free: 'mediator-taken',
  appointment_room_free: 'room-taken',
  appointment_mediator_walled: 'mediator-walled',
} as const

/** What is wrong with a slot, apart from its being taken; null when nothing is. Throws for what no form offers. */
export async function slotFault(
  scope: Scope,
  slot: Slot,
  { mayHaveBegun = false }: { readonly mayHaveBegun?: boolean } = {},
): Promise<SlotRefusal | null> {
  if (!lengths.includes(minutesOf(slot)))
    throw new RangeError('an appointment takes a quarter of an hour to three hours')
  if ((slot.means === 'room') !== (slot.roomId !== null)) throw new TypeError('a room, or by telephone')
  if (!mayHaveBegun && Temporal.Instant.compare(slot.startsAt, scope.now) <= 0) return 'in-the-past'
  const [people, places] = await Promise.all([mediators(scope), rooms(scope)])
  if (!people.some((it) => it.id === slot.mediatorId)) return 'no-such-mediator'
  if (slot.roomId && !places.some((it) => it.id === slot.roomId)) return 'no-such-room'
  return null
}

/**
 * What speaks against a slot although nobody has taken it: the mediator is not there then, the service is closed, or two people who
 * wait apart cannot do so there. Whoever books may do it all the same and says why.
 */
export async function whatSpeaksAgainst(
  scope: Scope,
  slot: Slot,
  of: { readonly caseId: Id; readonly zone: AppointmentZone },
  /** As it is now, when it is moved: it does not stand in its own way. */
  before?: Appointment,
): Promise<Against | null> {
  const day = { from: slot.startsAt.subtract({ hours: 24 }), until: slot.endsAt.add({ hours: 24 }) }
  const [known, taken, places, plan] = await Promise.all([
    availability(scope, day),
    takenTimes(scope, { mediatorIds: [slot.mediatorId], roomIds: [] }, day.from, day.until),
    rooms(scope),
    arrivalPlanOf(scope, of.caseId),
  ])
  const venue = places.find((it) => it.id === slot.roomId)?.venue ?? null
  const wanted = { ...slot, venueId: venue?.id ?? null }
  const others = taken.filter((it) => !before?.startsAt.equals(it.startsAt))
  const why = whyUnavailable(known, wanted, others)
  if (why) return why
  const apart = before?.means === 'room' ? before.attendances.some((it) => it.waitsApart) : plan.apart
  return apart && of.zone === 'both' && venue && !venue.separateWaiting ? 'one-waiting-room' : null
}
