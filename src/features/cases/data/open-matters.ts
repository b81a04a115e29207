import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** How many appointments of a case are booked and not yet over or settled. */
export async function bookedAppointments(scope: Scope, caseId: Id): Promise<number> {
  const row = await scope.queries
    .selectFrom('appointment')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .where('status', '=', 'booked')
    .where('ends_at', '>', scope.now)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
