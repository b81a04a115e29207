import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { About } from '../domain/complaint.ts'

/** What the clock of an open complaint is reckoned from; nothing says whose it is. */
export interface OpenClock {
  readonly about: About
  readonly receivedOn: Temporal.PlainDate
  readonly acknowledged: boolean
}

export async function openComplaintClocks({ queries }: Scope): Promise<OpenClock[]> {
  const { rows } = await sql<{ about: About; received_on: string; acknowledged_on: string | null }>`
    SELECT about, received_on, acknowledged_on FROM ev.open_complaint_clocks()`.execute(queries)
  return rows.map((row) => ({
    ...{ about: row.about, receivedOn: Temporal.PlainDate.from(row.received_on) },
    acknowledged: row.acknowledged_on !== null,
  }))
}
