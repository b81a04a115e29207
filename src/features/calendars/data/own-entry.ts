import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { ToldAppointment } from '../../bookings/index.ts'

/** What a calendar is told of one's own appointment. */
export interface OwnEntry extends ToldAppointment {
  readonly uid: Id
  readonly revision: number
  readonly takesPlace: boolean
}

/**
 * A party's own part in an appointment; null when there is none of theirs. Wants the party as actor: the row rules give them no
 * other. The same is selected as for their message about it.
 */
export async function ownEntry(scope: Scope, attendanceId: Id): Promise<OwnEntry | null> {
  const row = await scope.queries
    .selectFrom('attendance as t')
    .innerJoin('appointment as a', 'a.id', 't.appointment_id')
    .leftJoin('room as r', 'r.id', 'a.room_id')
    .leftJoin('venue as v', 'v.id', 'r.venue_id')
    .select(['t.calendar_uid', 't.status as own_status', 'a.means', 'a.starts_at', 'a.ends_at', 'a.status'])
    .select(['a.revision', 't.own_changes', 't.arrives_at', 't.leaves_at', 'v.address', 'v.postcode'])
    .where('t.id', '=', attendanceId)
    .executeTakeFirst()
  if (!row) return null
  const place = [row.address, row.postcode].filter(Boolean).join(', ').replaceAll('\n', ', ')
  return {
    uid: row.calendar_uid,
    // Their own times, newer with each change of these.
    revision: row.revision + row.own_changes,
    startsAt: row.arrives_at ?? row.starts_at,
    endsAt: row.leaves_at ?? row.ends_at,
    means: row.means,
    place: place || null,
    takesPlace: row.status !== 'cancelled' && row.own_status !== 'cancelled' && row.own_status !== 'called_off',
  }
}
