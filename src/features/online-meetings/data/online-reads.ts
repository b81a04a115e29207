import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Answer, OnlineMeeting } from '../domain/online.ts'

/** What carries an appointment now; null when nothing was said of it. */
export async function meetingOf(scope: Scope, appointmentId: Id): Promise<OnlineMeeting | null> {
  const row = await scope.queries
    .selectFrom('online_meeting')
    .select(['id', 'provider', 'notice', 'opens_minutes'])
    .where('appointment_id', '=', appointmentId)
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, provider: row.provider, notice: row.notice, opensMinutes: row.opens_minutes } : null
}

/** The address of a meeting, if the one who asks may have it now: the rows say so, and no page. */
export async function addressOf(scope: Scope, meetingId: Id): Promise<string | null> {
  const row = await scope.queries
    .selectFrom('online_address')
    .select('address')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row?.address ?? null
}

/** What each who is expected said last, by their attendance; of those that the one who asks may see. */
export async function answersOf(scope: Scope, appointmentId: Id): Promise<ReadonlyMap<Id, Answer>> {
  const rows = await scope.queries
    .selectFrom('online_answer')
    .select(['attendance_id', 'act', 'instead', 'provider', 'notice', 'channel', 'recorded_at', 'recorded_by'])
    .where('appointment_id', '=', appointmentId)
    .orderBy('turn')
    .execute()
  return new Map(
    rows.map((row) => [
      row.attendance_id,
      {
        ...{ act: row.act, instead: row.instead, provider: row.provider, notice: row.notice, channel: row.channel },
        ...{ at: row.recorded_at, recordedBy: row.recorded_by },
      },
    ]),
  )
}

/** An appointment as far as it bears on meeting online; null when there is none for the one who asks. */
export async function onlineAppointment(
  scope: Scope,
  id: Id,
): Promise<{
  readonly id: Id
  readonly caseId: Id
  readonly zone: 'A' | 'B' | 'both'
  readonly isOnline: boolean
} | null> {
  const row = await scope.queries
    .selectFrom('appointment')
    .select(['id', 'case_id', 'zone', 'means', 'status'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    caseId: row.case_id,
    zone: row.zone,
    isOnline: row.means === 'online' && row.status === 'booked',
  }
}

/** One party's part in an appointment that is online. */
export interface OnlineAttendance {
  readonly attendanceId: Id
  readonly appointmentId: Id
  readonly caseId: Id
  readonly zone: 'A' | 'B'
}

/** It, while the appointment is booked and theirs; null when there is none for the one who asks. */
export async function onlineAttendance(scope: Scope, attendanceId: Id): Promise<OnlineAttendance | null> {
  const row = await scope.queries
    .selectFrom('attendance as t')
    .innerJoin('appointment as a', 'a.id', 't.appointment_id')
    .select(['t.appointment_id', 't.case_id', 't.zone'])
    .where('t.id', '=', attendanceId)
    .where('t.status', '=', 'expected')
    .where('a.means', '=', 'online')
    .where('a.status', '=', 'booked')
    .executeTakeFirst()
  return row ? { attendanceId, appointmentId: row.appointment_id, caseId: row.case_id, zone: row.zone } : null
}
