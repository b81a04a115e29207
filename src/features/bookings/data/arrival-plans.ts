import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { type ArrivalPlan, together } from '../domain/arrival.ts'

/** How the parties of a case arrive, as it was said last. */
export async function arrivalPlanOf(scope: Scope, caseId: Id): Promise<ArrivalPlan> {
  const row = await scope.queries
    .selectFrom('arrival_plan')
    .select(['apart', 'first_side', 'gap_minutes'])
    .where('case_id', '=', caseId)
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.apart || !row.first_side || row.gap_minutes === null) return together
  return { apart: true, first: row.first_side, gapMinutes: row.gap_minutes }
}

/** Says it anew; what was said before stays in the file. */
export async function addArrivalPlan(scope: Scope, caseId: Id, plan: ArrivalPlan): Promise<void> {
  const { first_side, gap_minutes } = plan.apart
    ? { first_side: plan.first, gap_minutes: plan.gapMinutes }
    : { first_side: null, gap_minutes: null }
  await scope.queries
    .insertInto('arrival_plan')
    .values({ id: newId(), case_id: caseId, apart: plan.apart, first_side, gap_minutes })
    .execute()
}
