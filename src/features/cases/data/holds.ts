import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'

export interface Hold {
  readonly id: Id
  readonly reason: string
  readonly reviewOn: string
  readonly placedAt: Temporal.Instant
}

/** The holds that stand on a case. */
export async function standingHolds(scope: Scope, caseId: Id): Promise<Hold[]> {
  const rows = await scope.queries
    .selectFrom('hold')
    .select(['id', 'reason', 'review_on', 'placed_at'])
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .orderBy('placed_at')
    .execute()
  return rows.map((row) => ({ id: row.id, reason: row.reason, reviewOn: row.review_on, placedAt: row.placed_at }))
}

export async function addHold(
  scope: Scope,
  caseId: Id,
  hold: { readonly reason: string; readonly reviewOn: string },
): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('hold')
    .values({ id, case_id: caseId, reason: hold.reason, review_on: hold.reviewOn })
    .execute()
  return id
}

export async function liftHold(scope: Scope, caseId: Id, holdId: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('hold')
    .set({ lifted_at: scope.now, lifted_by: scope.actor })
    .where('id', '=', holdId)
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
