import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ended } from '../domain/check.ts'

/** What ended, without a name. */
export interface Certificate {
  readonly id: Id
  readonly of: Ended
  readonly rule: string
  readonly policyHash: string
  readonly dueOn: Temporal.PlainDate
  readonly destroyedAt: Temporal.Instant
  readonly rowCounts: Readonly<Record<string, number>>
  readonly fileCount: number
  /** The number on the cover of a paper file that is still to be destroyed. */
  readonly paperReference: string | null
  /** Where its folders were last, until they are destroyed. */
  readonly paperPlace: string | null
  readonly paperDestroyedOn: Temporal.PlainDate | null
}

const certificateRows = (scope: Scope) =>
  scope.queries
    .selectFrom('destruction_certificate')
    .select(['id', 'aggregate', 'rule', 'policy_hash', 'due_on', 'destroyed_at', 'row_counts', 'file_count'])
    .select(['paper_reference', 'paper_place', 'paper_destroyed_on'])

type CertificateRow = Awaited<ReturnType<ReturnType<typeof certificateRows>['executeTakeFirstOrThrow']>>

const certificateOfRow = (row: CertificateRow): Certificate => ({
  id: row.id,
  of: row.aggregate,
  rule: row.rule,
  policyHash: row.policy_hash,
  dueOn: Temporal.PlainDate.from(row.due_on),
  destroyedAt: row.destroyed_at,
  rowCounts: row.row_counts as Record<string, number>,
  fileCount: row.file_count,
  paperReference: row.paper_reference,
  paperPlace: row.paper_place,
  paperDestroyedOn: row.paper_destroyed_on === null ? null : Temporal.PlainDate.from(row.paper_destroyed_on),
})

export async function certificateOf(scope: Scope, id: Id): Promise<Certificate | null> {
  const row = await certificateRows(scope).where('id', '=', id).executeTakeFirst()
  return row ? certificateOfRow(row) : null
}

/** The latest, newest first. */
export async function latestCertificates(scope: Scope, limit: number): Promise<Certificate[]> {
  const rows = await certificateRows(scope).orderBy('destroyed_at', 'desc').orderBy('id').limit(limit).execute()
  return rows.map(certificateOfRow)
}

/** Those whose paper file is still there, oldest first. */
export async function papersToDestroy(scope: Scope): Promise<Certificate[]> {
  const rows = await certificateRows(scope)
    .where('paper_reference', 'is not', null)
    .orderBy('destroyed_at')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(certificateOfRow)
}
