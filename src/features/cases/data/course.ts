import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'

const events = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('life_event')
    .select(['event', 'happened_on'])
    .where('aggregate', '=', 'case')
    .where('aggregate_id', '=', caseId)
    .orderBy('recorded_at', 'desc'),
)

/** The recorded events in the life of a case, the latest first. */
export async function courseOf(scope: Scope, caseId: Id): Promise<{ event: string; on: Temporal.PlainDate }[]> {
  const rows = await events(scope, { caseId })
  return rows.map((row) => ({ event: row.event, on: Temporal.PlainDate.from(row.happened_on) }))
}
