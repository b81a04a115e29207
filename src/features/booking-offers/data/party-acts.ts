import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** Something that a party did in the portal. */
export interface PartyAct {
  readonly id: Id
  readonly caseId: Id
  readonly side: 'A' | 'B'
  readonly kind: 'took' | 'answered' | 'cancelled'
  readonly offerId: Id | null
  readonly appointmentId: Id | null
}

/** One tick looks after no more than this, so that other jobs have their turn. */
const mostInOneTick = 50

/** What nobody has followed yet, in the order in which it was done. */
export async function actsToFollow(scope: Scope): Promise<PartyAct[]> {
  const rows = await scope.queries
    .selectFrom('party_act')
    .select(['id', 'case_id', 'zone', 'kind', 'offer_id', 'appointment_id'])
    .where('followed_at', 'is', null)
    .orderBy('done_at')
    .orderBy('id')
    .limit(mostInOneTick)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, caseId: row.case_id, side: row.zone, kind: row.kind },
    ...{ offerId: row.offer_id, appointmentId: row.appointment_id },
  }))
}

/** False when another worker was first. */
export async function markFollowed(scope: Scope, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('party_act')
    .set({ followed_at: scope.now })
    .where('id', '=', id)
    .where('followed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
