import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, isId } from '../../../values/ids.ts'
import { meetingHours, travelTimes } from '../../settings/index.ts'
import type { Absence, Availability, WorkingHours } from '../domain/availability.ts'

interface Days {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/** What is known of when the mediators can be had between two instants: five questions, asked as one. */
export async function availability(scope: Scope, days: Days): Promise<Availability> {
  const [hours, absences, openedDays, travelMinutes, ofService] = await Promise.all([
    workingHours(scope),
    absencesBetween(scope, days),
    openedHolidays(scope),
    travelTimes(scope),
    meetingHours(scope),
  ])
  return { hours, absences, openedDays, travelMinutes, meetingHours: ofService }
}

/** The hours of every mediator, or of one, those that ended too: the earliest first. */
export async function workingHours(scope: Scope, staffId?: Id): Promise<WorkingHours[]> {
  let query = scope.queries
    .selectFrom('working_hours')
    .select(['id', 'staff_id', 'weekday', 'from_minute', 'until_minute', 'break_from', 'break_until', 'venue_id'])
    .select(['first_day', 'last_day'])
    .orderBy('first_day')
    .orderBy('weekday')
    .orderBy('from_minute')
  if (staffId) query = query.where('staff_id', '=', staffId)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    weekday: row.weekday,
    fromMinute: row.from_minute,
    untilMinute: row.until_minute,
    breakFrom: row.break_from,
    breakUntil: row.break_until,
    venueId: row.venue_id,
    firstDay: row.first_day,
    lastDay: row.last_day,
  }))
}

/** Absences that touch some time and were not taken back; of one mediator where named. */
export async function absencesBetween(scope: Scope, { from, until }: Days, staffId?: Id): Promise<Absence[]> {
  let query = scope.queries
    .selectFrom('absence')
    .select(['id', 'staff_id', 'starts_at', 'ends_at'])
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', from)
    .where('starts_at', '<', until)
    .orderBy('starts_at')
  if (staffId) query = query.where('staff_id', '=', staffId)
  const rows = await query.execute()
  return rows.map((row) => ({ id: row.id, staffId: row.staff_id, startsAt: row.starts_at, endsAt: row.ends_at }))
}

/** The bank holidays on which the service opens. */
export async function openedHolidays(scope: Scope): Promise<ReadonlySet<string>> {
  const rows = await scope.queries
    .selectFrom('holiday_opening')
    .distinctOn('day')
    .select(['day', 'open'])
    .orderBy('day')
    .orderBy('turn', 'desc')
    .execute()
  return new Set(rows.filter((row) => row.open).map((row) => row.day))
}

/** Whose hours or absence a row is; null when there is no such row. */
export async function ownerOf(scope: Scope, table: 'working_hours' | 'absence', id: string): Promise<Id | null> {
  if (!isId(id)) return null
  const row = await scope.queries.selectFrom(table).select('staff_id').where('id', '=', id).executeTakeFirst()
  return row?.staff_id ?? null
}
