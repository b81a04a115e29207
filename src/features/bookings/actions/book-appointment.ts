import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { caseHead, partiesOf } from '../../cases/index.ts'
import { addAppointment, addAttendance, lockSlot } from '../data/appointment-writes.ts'
import { arrivalPlanOf } from '../data/arrival-plans.ts'
import { addException } from '../data/booking-exceptions.ts'
import type { AppointmentKind, AppointmentZone, Slot } from '../domain/appointment.ts'
import { plannedTimes, together } from '../domain/arrival.ts'
import { keepCurrent } from './keep-current.ts'
import { type SlotRefusal, slotFault, slotRefusals, whatSpeaksAgainst } from './slot-rules.ts'
import { type TellingTools, tellParties } from './tell-parties.ts'

/** The constraints of the database that a booking can meet, and what they mean. */
export const bookingRefusals = { ...slotRefusals, appointment_in_live_case: 'case-closed' } as const

export type BookingRefusal = SlotRefusal | 'no-such-case' | 'case-closed'

export interface Booking extends Slot {
  readonly key: Id
  readonly caseId: Id
  readonly kind: AppointmentKind
  /** A MIAM is with one party, a session with both. */
  readonly zone: AppointmentZone
  /** With whom the details were gone through while booking. */
  readonly confirmedWith?: readonly ('A' | 'B')[]
  /** Why it is booked although the mediator is not there then, or the service is closed. */
  readonly outsideReason?: string | null
}

/**
 * Books an appointment and writes to each party who is expected. That a mediator or a room cannot be booked twice is for the
 * database to say: the second of two at once is refused.
 */
export function bookAppointment(desk: Desk<PurposeKey>, actor: Id, booking: Booking, tools: TellingTools) {
  const { key, caseId, kind, zone } = booking
  if ((kind === 'session') !== (zone === 'both')) throw new TypeError('a MIAM is with one party, a session with both')
  const deed = { purpose: 'booking', deed: 'appointment.booked', key, caseId, refusals: bookingRefusals } as const
  return desk.act<BookingRefusal>(actor, deed, (scope) => bookInScope(scope, booking, tools))
}

/** The same within another act. */
export async function bookInScope(
  scope: Scope,
  booking: Omit<Booking, 'key'>,
  tools: TellingTools,
): Promise<Outcome<{ readonly appointmentId: Id }, BookingRefusal>> {
  const head = await caseHead(scope, booking.caseId)
  if (!head) return refused('no-such-case')
  if (head.status !== 'live') return refused('case-closed')
  const fault = await slotFault(scope, booking)
  if (fault) return refused(fault)
  await lockSlot(scope, booking)
  const against = await whatSpeaksAgainst(scope, booking, booking)
  const reason = booking.outsideReason ?? ''
  if (against && !reason) return refused(against)
  const appointmentId = await addAppointment(scope, booking)
  if (against) await addException(scope, { caseId: booking.caseId, appointmentId }, { against, reason })
  await expectParties(scope, appointmentId, booking)
  scope.about({ subjectId: appointmentId })
  await tellParties(scope, appointmentId, 'booked', tools)
  await keepCurrent(scope, booking, tools.confirmAgain)
  return done({ appointmentId })
}

/** Each with their own times: apart, where the case says so and both come. */
async function expectParties(scope: Scope, appointmentId: Id, booking: Omit<Booking, 'key'>): Promise<void> {
  const { caseId, zone } = booking
  const plan = zone === 'both' ? await arrivalPlanOf(scope, caseId) : together
  for (const { partyId, side } of await partiesOf(scope, caseId)) {
    if (zone !== 'both' && zone !== side) continue
    const own = plannedTimes(plan, side, booking)
    await addAttendance(scope, { appointmentId, caseId, partyId, side, own })
  }
}
