import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type Answer, type OnlineMeeting, opensAt } from '../domain/online.ts'
import { addressOf, answersOf, meetingOf } from './online-reads.ts'

/** A party's own meeting online, as far as they may know of it. */
export interface OwnMeeting {
  readonly attendanceId: Id
  readonly appointmentId: Id
  readonly caseId: Id
  readonly zone: 'A' | 'B'
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** Booked, online, and theirs still. */
  readonly takesPlace: boolean
  readonly meeting: OnlineMeeting | null
  readonly answer: Answer | null
  readonly opensAt: Temporal.Instant | null
  /** There once they agreed and may come in; the database gives it sooner to nobody. */
  readonly address: string | null
}

/** Their own part in an appointment that is online; null when there is none. Wants the party as actor. */
export async function ownMeeting(scope: Scope, attendanceId: Id): Promise<OwnMeeting | null> {
  const row = await scope.queries
    .selectFrom('attendance as t')
    .innerJoin('appointment as a', 'a.id', 't.appointment_id')
    .select(['t.appointment_id', 't.case_id', 't.zone', 't.status as own_status', 't.arrives_at', 't.leaves_at'])
    .select(['a.starts_at', 'a.ends_at', 'a.status'])
    .where('t.id', '=', attendanceId)
    .where('a.means', '=', 'online')
    .executeTakeFirst()
  if (!row) return null
  const meeting = await meetingOf(scope, row.appointment_id)
  const answer = (await answersOf(scope, row.appointment_id)).get(attendanceId) ?? null
  const startsAt = row.arrives_at ?? row.starts_at
  return {
    attendanceId,
    ...{ appointmentId: row.appointment_id, caseId: row.case_id, zone: row.zone, startsAt },
    endsAt: row.leaves_at ?? row.ends_at,
    takesPlace: row.status === 'booked' && row.own_status === 'expected',
    ...{ meeting, answer },
    opensAt: meeting && opensAt(startsAt, meeting),
    address: meeting && (await addressOf(scope, meeting.id)),
  }
}
