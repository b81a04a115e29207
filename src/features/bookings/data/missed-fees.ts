import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Missed } from '../domain/missed-fee.ts'

interface Row {
  readonly id: Id
  readonly zone: 'A' | 'B'
  readonly status: 'cancelled' | 'not_attended'
  readonly settled_at: Temporal.Instant | null
  readonly starts_at: Temporal.Instant
  readonly notice_days: number | null
  readonly share_percent: number | null
  readonly source: string | null
  readonly rule_from: string | null
  readonly price: number | null
  readonly told_on: string | null
  readonly fee: number | null
  readonly reason: string | null
  readonly decided_by: string | null
  readonly decided_at: Temporal.Instant | null
}

/** Who missed an appointment, with what held when it was booked and what was decided. One statement. Whoever came is not among them. */
export async function missedOf(scope: Scope, appointmentId: Id): Promise<Missed[]> {
  const { rows } = await sql<Row>`
    SELECT t.id, t.zone, t.status, t.settled_at, a.starts_at, rule.notice_days, rule.share_percent, rule.source,
           rule.in_force_from::text AS rule_from, price.amount_pence AS price, fee.told_on::text AS told_on, fee.amount_pence AS fee,
           fee.reason, fee.name AS decided_by, fee.decided_at
      FROM ev.attendance t JOIN ev.appointment a ON a.id = t.appointment_id
      CROSS JOIN LATERAL (SELECT (a.made_at AT TIME ZONE 'Europe/London')::date AS day) AS booked
      LEFT JOIN LATERAL (SELECT m.notice_days, m.share_percent, m.source, m.in_force_from FROM ev.missed_rule m
        WHERE m.in_force_from <= booked.day ORDER BY m.in_force_from DESC, m.turn DESC LIMIT 1) AS rule ON true
      LEFT JOIN LATERAL (SELECT p.amount_pence FROM ev.price p WHERE p.item = a.kind AND p.in_force_from <= booked.day
        ORDER BY p.in_force_from DESC, p.turn DESC LIMIT 1) AS price ON true
      LEFT JOIN LATERAL (SELECT f.told_on, f.amount_pence, f.reason, s.name, f.decided_at FROM ev.missed_fee f
        LEFT JOIN ev.staff s ON s.id = f.decided_by
        WHERE f.attendance_id = t.id AND f.how = t.status ORDER BY f.turn DESC LIMIT 1) AS fee ON true
     WHERE t.appointment_id = ${appointmentId} AND t.status IN ('cancelled', 'not_attended') ORDER BY t.zone`.execute(
    scope.queries,
  )
  return rows.map(missedFrom)
}

function missedFrom(row: Row): Missed {
  const { notice_days: noticeDays, share_percent: sharePercent, source, rule_from: inForceFrom } = row
  return {
    attendanceId: row.id,
    side: row.zone,
    how: row.status,
    meetingDay: todayInLondon(row.starts_at),
    toldOn: toldOn(row),
    rule:
      noticeDays === null || sharePercent === null || source === null || inForceFrom === null
        ? null
        : { noticeDays, sharePercent, source, inForceFrom },
    pricePence: row.price,
    decision:
      row.fee === null || row.decided_at === null
        ? null
        : { amountPence: row.fee, reason: row.reason, by: row.decided_by ?? 'a colleague', at: row.decided_at },
  }
}

/** As whoever decided found it; else when it was noted, where that was before the meeting. */
function toldOn({ status, told_on, settled_at, starts_at }: Row): Temporal.PlainDate | null {
  if (status === 'not_attended') return null
  if (told_on) return Temporal.PlainDate.from(told_on)
  return settled_at && Temporal.Instant.compare(settled_at, starts_at) < 0 ? todayInLondon(settled_at) : null
}

export async function addMissedFee(
  scope: Scope,
  fee: {
    readonly caseId: Id
    readonly missed: Pick<Missed, 'attendanceId' | 'how' | 'toldOn'>
    readonly amountPence: number
    readonly reason: string | null
  },
): Promise<void> {
  const { caseId, missed, amountPence, reason } = fee
  await scope.queries
    .insertInto('missed_fee')
    .values({
      ...{ id: newId(), case_id: caseId, attendance_id: missed.attendanceId, how: missed.how },
      ...{ told_on: missed.toldOn?.toString() ?? null, amount_pence: amountPence, reason },
    })
    .execute()
}
