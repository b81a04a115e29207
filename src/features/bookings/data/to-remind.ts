import type { Scope } from '../../../platform/database/desk.ts'
import { startOfDayInLondon, todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'

/** Somebody who is expected at an appointment that is soon, and when they were last told something about it. */
export interface ExpectedSoon {
  readonly appointmentId: Id
  readonly attendanceId: Id
  readonly startsAt: Temporal.Instant
  readonly lastTold: Temporal.Instant | null
}

/** Everybody who is expected within so many days. Two statements, however many there are. */
export async function expectedSoon(scope: Scope, days: number): Promise<ExpectedSoon[]> {
  const until = startOfDayInLondon(todayInLondon(scope.now).add({ days: days + 1 }))
  const soon = scope.queries
    .selectFrom('attendance as t')
    .innerJoin('appointment as a', 'a.id', 't.appointment_id')
    .where('a.status', '=', 'booked')
    .where('t.status', '=', 'expected')
    .where('a.starts_at', '>', scope.now)
    .where('a.starts_at', '<', until)
  const [rows, told] = await Promise.all([
    soon.select(['t.id', 't.appointment_id', 'a.starts_at']).orderBy('a.starts_at').orderBy('t.id').execute(),
    scope.queries
      .selectFrom('message')
      .select((is) => ['about_id', is.fn.max('made_at').as('last')])
      .where('about_id', 'in', soon.select('t.id'))
      .groupBy('about_id')
      .execute(),
  ])
  const last = new Map(told.map((it) => [it.about_id, it.last]))
  return rows.map((row) => ({
    ...{ appointmentId: row.appointment_id, attendanceId: row.id, startsAt: row.starts_at },
    lastTold: last.get(row.id) ?? null,
  }))
}

/** Whether somebody was set to ring about an attendance since a day, done or not. */
export async function wasRung(scope: Scope, attendanceId: Id, since: Temporal.PlainDate): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('task')
    .select('id')
    .where('kind', '=', 'call-to-remind')
    .where('subject_id', '=', attendanceId)
    .where('due_on', '>=', since.toString())
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
