import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type {
  AppointmentKind,
  AppointmentStatus,
  AppointmentZone,
  AttendanceStatus,
  Slot,
} from '../domain/appointment.ts'
import type { OwnTimes } from '../domain/arrival.ts'

/**
 * Waits until nobody else is booking this mediator or this room. Two bookings that meet in the exclusion constraint would each wait
 * for the other until PostgreSQL ends one as deadlocked; so they stand in line before it. Always in the order of the identifiers.
 */
export async function lockSlot(scope: Scope, slot: { readonly mediatorId: Id; readonly roomId: Id | null }) {
  for (const id of [slot.mediatorId, ...(slot.roomId ? [slot.roomId] : [])].toSorted())
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`slot ${id}`}, 0))`.execute(scope.queries)
}

/** Adds an appointment. The database refuses one whose mediator or room is taken. */
export async function addAppointment(
  scope: Scope,
  appointment: Slot & { readonly caseId: Id; readonly kind: AppointmentKind; readonly zone: AppointmentZone },
): Promise<Id> {
  const id = newId()
  const { caseId, kind, zone, ...slot } = appointment
  await scope.queries
    .insertInto('appointment')
    .values({ id, case_id: caseId, kind, zone, ...slotColumns(slot) })
    .execute()
  return id
}

const slotColumns = (slot: Slot) => ({
  mediator_id: slot.mediatorId,
  means: slot.means,
  room_id: slot.roomId,
  starts_at: slot.startsAt,
  ends_at: slot.endsAt,
})

/** Expects a party at an appointment, with a calendar entry of their own. */
export async function addAttendance(
  scope: Scope,
  expected: {
    readonly appointmentId: Id
    readonly caseId: Id
    readonly partyId: Id
    readonly side: 'A' | 'B'
    readonly own: OwnTimes
  },
): Promise<void> {
  const { appointmentId, caseId, partyId, side, own } = expected
  await scope.queries
    .insertInto('attendance')
    .values({
      id: newId(),
      appointment_id: appointmentId,
      case_id: caseId,
      party_id: partyId,
      zone: side,
      calendar_uid: newId(),
      ...ownColumns(own),
    })
    .execute()
}

const ownColumns = (own: OwnTimes) => ({
  arrives_at: own.arrivesAt,
  leaves_at: own.leavesAt,
  waits_apart: own.waitsApart,
})

/** Says when one party comes and goes. `anew`: they change by themselves, not with the appointment. */
export async function setOwnTimes(
  scope: Scope,
  attendance: { readonly id: Id; readonly ownChanges: number },
  own: OwnTimes,
  { anew }: { readonly anew: boolean },
): Promise<void> {
  await scope.queries
    .updateTable('attendance')
    .set({ ...ownColumns(own), ...(anew ? { own_changes: attendance.ownChanges + 1 } : {}) })
    .where('id', '=', attendance.id)
    .execute()
}

/** What a change starts from: the appointment as the one who changes it saw it. */
export interface Seen {
  readonly id: Id
  readonly revision: number
}

/** Moves a booked appointment; false when it is not booked any more or was changed meanwhile. */
export const moveTo = (scope: Scope, seen: Seen, slot: Slot): Promise<boolean> => change(scope, seen, slotColumns(slot))

/** Cancels a booked appointment; false when it is not booked any more or was changed meanwhile. */
export const markCancelled = (scope: Scope, seen: Seen): Promise<boolean> =>
  change(scope, seen, { status: 'cancelled' })

async function change(
  scope: Scope,
  seen: Seen,
  columns: Partial<ReturnType<typeof slotColumns>> & { status?: AppointmentStatus },
): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('appointment')
    .set({ ...columns, revision: seen.revision + 1 })
    .where('id', '=', seen.id)
    .where('status', '=', 'booked')
    .where('revision', '=', seen.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says how an appointment that was not cancelled ended; false when it was. */
export async function setStatus(scope: Scope, id: Id, status: 'booked' | 'held' | 'not_held'): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('appointment')
    .set({ status })
    .where('id', '=', id)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says what became of one party's attendance. */
export async function setAttendance(scope: Scope, attendanceId: Id, status: AttendanceStatus): Promise<void> {
  await scope.queries
    .updateTable('attendance')
    .set({ status, settled_at: status === 'expected' ? null : scope.now })
    .where('id', '=', attendanceId)
    .execute()
}
