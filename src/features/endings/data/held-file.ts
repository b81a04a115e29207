import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** What was written of a case, for whoever must answer a claim; null where there is no such case, or no hold on it. */
export async function heldFileOf(scope: Scope, caseId: Id) {
  const { queries } = scope
  const [head, records, summaries] = await Promise.all([
    queries
      .selectFrom('case_file')
      .select(['reference', sql<boolean>`ev.is_held(id)`.as('held')])
      .where('id', '=', caseId)
      .executeTakeFirst(),
    queries
      .selectFrom('session_record')
      .select(['id', 'zone', 'held_on', 'discussed'])
      .where('case_id', '=', caseId)
      .orderBy('held_on')
      .orderBy('id')
      .execute(),
    queries
      .selectFrom('session_summary')
      .select(['id', 'zone', 'summary'])
      .where('case_id', '=', caseId)
      .orderBy('id')
      .execute(),
  ])
  return head?.held ? { reference: head.reference, records, summaries } : null
}

export type HeldFile = NonNullable<Awaited<ReturnType<typeof heldFileOf>>>
