import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** The references of cases, by identifier; of those that the scope may see. */
export async function caseReferences(scope: Scope, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.queries
    .selectFrom('case_file')
    .select(['id', 'reference'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.reference]))
}

/** The case that had a number where it was kept before, whatever shape that has; null when there is none that the scope may see. */
export async function caseOfOldReference(scope: Scope, oldReference: string): Promise<Id | null> {
  const row = await scope.queries
    .selectFrom('imported_case')
    .select('case_id')
    .where(sql<boolean>`lower(old_reference) = ${oldReference.trim().toLowerCase()}`)
    .executeTakeFirst()
  return row?.case_id ?? null
}

/** The case with a reference, as it was written down or read out; null when there is none that the scope may see. */
export async function caseOfReference(scope: Scope, reference: string): Promise<Id | null> {
  const row = await scope.queries
    .selectFrom('case_file')
    .select('id')
    .where('reference', '=', reference.trim().toUpperCase())
    .executeTakeFirst()
  return row?.id ?? null
}
