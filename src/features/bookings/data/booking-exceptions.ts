import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Unavailable } from '../../availability/index.ts'

/** What an appointment was booked against. */
export type Against = Unavailable | 'one-waiting-room'

export interface BookingException {
  readonly against: Against
  readonly reason: string
}

/** Keeps why an appointment was booked although it should not be then. */
export async function addException(
  scope: Scope,
  of: { readonly caseId: Id; readonly appointmentId: Id },
  { against, reason }: BookingException,
): Promise<void> {
  await scope.queries
    .insertInto('booking_exception')
    .values({ id: newId(), case_id: of.caseId, appointment_id: of.appointmentId, against, reason })
    .execute()
}

/** Why an appointment was booked so, the newest first. */
export async function exceptionsOf(scope: Scope, appointmentId: Id): Promise<BookingException[]> {
  return scope.queries
    .selectFrom('booking_exception')
    .select(['against', 'reason'])
    .where('appointment_id', '=', appointmentId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
}
