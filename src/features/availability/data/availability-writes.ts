import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { TimeRange, WorkingHours } from '../domain/availability.ts'

/** Hours as they are recorded: the same on some days of the week. */
export interface NewHours extends Omit<WorkingHours, 'id' | 'weekday'> {
  readonly weekdays: readonly number[]
}

export async function addHours(scope: Scope, hours: NewHours): Promise<void> {
  await scope.queries
    .insertInto('working_hours')
    .values(
      hours.weekdays.map((weekday) => ({
        id: newId(),
        staff_id: hours.staffId,
        weekday,
        from_minute: hours.fromMinute,
        until_minute: hours.untilMinute,
        break_from: hours.breakFrom,
        break_until: hours.breakUntil,
        venue_id: hours.venueId,
        first_day: hours.firstDay,
        last_day: hours.lastDay,
      })),
    )
    .execute()
}

/** Ends hours with a day, or with their first one where that is later. */
export async function endHours(scope: Scope, id: Id, lastDay: string): Promise<void> {
  await scope.queries
    .updateTable('working_hours')
    .set({ last_day: sql<string>`greatest(first_day, ${lastDay}::date)` })
    .where('id', '=', id)
    .execute()
}

export async function addAbsence(scope: Scope, staffId: Id, { startsAt, endsAt }: TimeRange): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('absence')
    .values({ id, staff_id: staffId, starts_at: startsAt, ends_at: endsAt })
    .execute()
  return id
}

export async function withdrawAbsence(scope: Scope, id: Id): Promise<void> {
  await scope.queries
    .updateTable('absence')
    .set({ withdrawn_at: scope.now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Says whether the service opens on a bank holiday; what was said last counts. */
export async function setHolidayOpening(scope: Scope, day: string, open: boolean): Promise<void> {
  await scope.queries.insertInto('holiday_opening').values({ id: newId(), day, open }).execute()
}
