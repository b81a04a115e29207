import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** The references of enquiries, by identifier; of those that the scope may see. */
export async function enquiryReferences(scope: Scope, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.queries
    .selectFrom('enquiry')
    .select(['id', 'reference'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.reference]))
}
