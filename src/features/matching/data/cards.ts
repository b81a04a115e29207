import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { OnRecord } from './read-found.ts'

/** A card: who somebody was, and which file ended. How they were reached is compared by the database and is shown nowhere. */
export interface Card extends OnRecord {
  readonly before: { readonly reference: string; readonly closedOn: string }
  /** The case with which they came back. */
  readonly returned: { readonly caseId: Id; readonly side: 'A' | 'B' } | null
}

const cardRows = ({ queries }: Scope) =>
  queries
    .selectFrom('returning_card')
    .select(['id', 'given_name', 'family_name', 'former_names', 'birth_date', 'reference', 'closed_on'])
    .select(['returned_case', 'returned_side'])
    .where('ended_at', 'is', null)

type CardRow = Awaited<ReturnType<ReturnType<typeof cardRows>['executeTakeFirstOrThrow']>>

const cardOf = (row: CardRow): Card => ({
  ...{ source: 'card', id: row.id, birthDate: row.birth_date, cases: [], enquiry: null },
  name: { given: row.given_name, family: row.family_name, former: row.former_names },
  before: { reference: row.reference, closedOn: row.closed_on },
  returned: row.returned_case && row.returned_side ? { caseId: row.returned_case, side: row.returned_side } : null,
})

export async function readCards(scope: Scope, ids: readonly Id[]): Promise<Card[]> {
  if (ids.length === 0) return []
  const rows = await cardRows(scope).where('id', 'in', ids).execute()
  return rows.map(cardOf)
}

/** The cards by which the parties of a case were known when they came back. */
export async function cardsOfCase(scope: Scope, caseId: Id): Promise<Card[]> {
  const rows = await cardRows(scope).where('returned_case', '=', caseId).execute()
  return rows.map(cardOf)
}

/** Notes with which case somebody came back; false when the card is no longer there. */
export async function linkCard(scope: Scope, id: Id, caseId: Id, side: 'A' | 'B'): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('returning_card')
    .set({ returned_case: caseId, returned_side: side })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a card: from now on nobody finds it, and the next sweep destroys it. */
export async function endCard(scope: Scope, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('returning_card')
    .set({ ended_at: scope.now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
