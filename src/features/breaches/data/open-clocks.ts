import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'

/** When we became aware of each breach of which the regulator may have to be told and was not. */
export async function openBreachClocks({ queries }: Scope): Promise<Temporal.Instant[]> {
  const { rows } = await sql<{ aware_at: Temporal.Instant }>`SELECT aware_at FROM ev.open_breach_clocks()`.execute(
    queries,
  )
  return rows.map((row) => row.aware_at)
}
