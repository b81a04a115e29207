import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { caseHead, partiesOf } from '../../cases/index.ts'
import { addAppointment, addAttendance, lockSlot } from '../data/appointment-writes.ts'
import type { AppointmentKind, AppointmentZone, Slot } from '../domain/appointment.ts'
import { keepCurrent } from './keep-current.ts'
import { type SlotRefusal, slotFault, slotRefusals } from './slot-rules.ts'
import { type TellingTools, tellParties } from './tell-parties.ts'

/** The constraints of the database that a booking can meet, and what they mean. */
const bookingRefusals = { ...slotRefusals, appointment_in_live_case: 'case-closed' } as const

export type BookingRefusal = SlotRefusal | 'no-such-case' | 'case-closed'

export interface Booking extends Slot {
  readonly key: Id
  readonly caseId: Id
  readonly kind: AppointmentKind
  /** A MIAM is with one party, a session with both. */
  readonly zone: AppointmentZone
  /** With whom the details were gone through while booking. */
  readonly confirmedWith?: readonly ('A' | 'B')[]
}

/**
 * Books an appointment and writes to each party who is expected. That a mediator or a room cannot be booked twice is for the
 * database to say: the second of two at once is refused.
 */
export function bookAppointment(desk: Desk<PurposeKey>, actor: Id, booking: Booking, tools: TellingTools) {
  const { key, caseId, kind, zone } = booking
  if ((kind === 'session') !== (zone === 'both')) throw new TypeError('a MIAM is with one party, a session with both')
  const deed = { purpose: 'booking', deed: 'appointment.booked', key, caseId, refusals: bookingRefusals } as const
  return desk.act<BookingRefusal>(actor, deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    if (!head) return refused('no-such-case')
    if (head.status !== 'live') return refused('case-closed')
    const fault = await slotFault(scope, booking)
    if (fault) return refused(fault)
    await lockSlot(scope, booking)
    const appointmentId = await addAppointment(scope, booking)
    await expectParties(scope, { appointmentId, caseId, zone })
    scope.about({ subjectId: appointmentId })
    await tellParties(scope, appointmentId, 'booked', tools)
    await keepCurrent(scope, booking, tools.confirmAgain)
    return done({ appointmentId })
  })
}

async function expectParties(
  scope: Scope,
  { appointmentId, caseId, zone }: { appointmentId: Id; caseId: Id; zone: AppointmentZone },
): Promise<void> {
  for (const party of await partiesOf(scope, caseId)) {
    if (zone !== 'both' && zone !== party.side) continue
    await addAttendance(scope, { appointmentId, caseId, partyId: party.partyId, side: party.side })
  }
}
