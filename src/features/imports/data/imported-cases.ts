import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'

/** Those of some old case numbers that came in before, in small letters. */
export async function takenReferences(scope: Scope): Promise<ReadonlySet<string>> {
  const rows = await scope.queries
    .selectFrom('imported_case')
    .select('old_reference')
    .where('old_reference', 'is not', null)
    .execute()
  return new Set(rows.flatMap((row) => (row.old_reference ? [row.old_reference.toLowerCase()] : [])))
}

export interface CameIn {
  readonly caseId: Id
  readonly reference: string
  readonly oldReference: string | null
}

/** The cases of an import that are still here, those by old number first. */
export async function casesOfImport(scope: Scope, importId: Id, limit: number): Promise<CameIn[]> {
  const rows = await scope.queries
    .selectFrom('imported_case')
    .innerJoin('case_file', 'case_file.id', 'imported_case.case_id')
    .select(['imported_case.case_id', 'imported_case.old_reference', 'case_file.reference'])
    .where('imported_case.import_id', '=', importId)
    .orderBy('imported_case.old_reference')
    .orderBy('case_file.reference')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ caseId: row.case_id, reference: row.reference, oldReference: row.old_reference }))
}

/** Cases of an import with which somebody went on since: they stay when it is taken back. */
export async function touchedCases(scope: Scope, importId: Id): Promise<Id[]> {
  const { rows } = await sql<{ ids: Id[] }>`SELECT ev.touched_since_import(${importId}) AS ids`.execute(scope.queries)
  return [...new Set(rows[0]?.ids ?? [])]
}

const earlierLife = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries.selectFrom('imported_case').select(['old_reference', 'made_at']).where('case_id', '=', caseId),
)

/** Where a case was before it came here; null when it began here. */
export async function earlierLifeOf(
  scope: Scope,
  caseId: Id,
): Promise<{ readonly oldReference: string | null; readonly cameInAt: Temporal.Instant } | null> {
  const [row] = await earlierLife(scope, { caseId })
  return row ? { oldReference: row.old_reference, cameInAt: row.made_at } : null
}
