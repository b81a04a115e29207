import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { type Id, newId } from '../../../values/ids.ts'

/** Acts for which a reason is asked where they are unusual. */
export type ReasonedAct = 'closed' | 'reopened' | 'given'

export interface Reason {
  readonly act: ReasonedAct
  readonly words: string
  readonly at: Temporal.Instant
}

/** Keeps why something unusual was done, in the same transaction as the act; without a reason it does nothing. */
export async function addReason(scope: Scope, caseId: Id, act: ReasonedAct, words: string | null | undefined) {
  if (!words) return
  await scope.queries.insertInto('case_reason').values({ id: newId(), case_id: caseId, act, words }).execute()
}

const reasonsOfCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('case_reason')
    .select(['act', 'words', 'recorded_at'])
    .where('case_id', '=', caseId)
    .orderBy('recorded_at', 'desc'),
)

/** Why unusual things were done in a case, the latest first. */
export async function reasonsOf(scope: Scope, caseId: Id): Promise<Reason[]> {
  const rows = await reasonsOfCase(scope, { caseId })
  return rows.map((row) => ({ act: row.act, words: row.words, at: row.recorded_at }))
}
