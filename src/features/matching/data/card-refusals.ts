import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** Since when a party does not want a card kept of them; null where they have not said so. */
export interface CardRefusal {
  readonly side: 'A' | 'B'
  readonly refusedAt: Temporal.Instant | null
}

/** Of each party of a case. The database answers by side: this purpose reads nothing else of a person on record. */
export async function cardRefusals(scope: Scope, caseId: Id): Promise<CardRefusal[]> {
  const { rows } = await sql<{ side: 'A' | 'B'; refused_at: Temporal.Instant | null }>`
    SELECT side, refused_at FROM ev.card_refusals(${caseId})`.execute(scope.queries)
  return rows.map((row) => ({ side: row.side, refusedAt: row.refused_at }))
}

/** False when there is no such party for whoever acts. */
export async function refuseCard(
  scope: Scope,
  said: { readonly caseId: Id; readonly side: 'A' | 'B'; readonly refused: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    SELECT ev.refuse_card(${said.caseId}, ${said.side}, ${said.refused}) AS there`.execute(scope.queries)
  return rows[0]?.there === true
}
