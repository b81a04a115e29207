import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** One line of the records: kinds and references, no values. */
export interface RecordedDeed {
  readonly id: number
  readonly at: Temporal.Instant
  /** Null when nobody was signed in: a visitor, or the system itself. */
  readonly actor: Id | null
  readonly dbRole: string
  readonly deed: string
  /** What else of the same file or person the page showed. */
  readonly also: readonly string[]
  readonly caseId: Id | null
  /** How many things its lists showed. */
  readonly rowCount: number
}

/** Some of the records, newest first, and where the next page begins; null at the end. */
export interface RecordPage {
  readonly deeds: readonly RecordedDeed[]
  readonly next: number | null
}

export interface Activity {
  readonly deeds: number
  readonly files: number
  readonly last: Temporal.Instant
}

/** As many as one reads at once. */
const pageLength = 50

const columns = ['id', 'at', 'actor', 'db_role', 'act', 'also', 'case_id', 'row_count'] as const

async function page(
  scope: Scope,
  of: { readonly column: 'case_id' | 'actor'; readonly id: Id; readonly before: number | null },
): Promise<RecordPage> {
  let query = scope.queries
    .selectFrom('access_log')
    .select(columns)
    .where(of.column, '=', of.id)
    .orderBy('id', 'desc')
    .limit(pageLength + 1)
  if (of.before !== null) query = query.where('id', '<', of.before)
  const rows = await query.execute()
  const deeds = rows.slice(0, pageLength).map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    dbRole: row.db_role,
    deed: row.act,
    also: row.also,
    caseId: row.case_id,
    rowCount: row.row_count,
  }))
  return { deeds, next: rows.length > pageLength ? (deeds.at(-1)?.id ?? null) : null }
}

/** Who opened or did what in one file. */
export const recordsOfFile = (scope: Scope, caseId: Id, before: number | null): Promise<RecordPage> =>
  page(scope, { column: 'case_id', id: caseId, before })

/** What one colleague opened or did. */
export const recordsOfColleague = (scope: Scope, staffId: Id, before: number | null): Promise<RecordPage> =>
  page(scope, { column: 'actor', id: staffId, before })

/** How much each colleague did since an instant, and in how many files. */
export async function activitySince(scope: Scope, since: Temporal.Instant): Promise<ReadonlyMap<Id, Activity>> {
  const rows = await scope.queries
    .selectFrom('access_log')
    .select((of) => [
      'actor',
      of.fn.countAll<number>().as('deeds'),
      of.fn.count<number>('case_id').distinct().as('files'),
      of.fn.max('at').as('last'),
    ])
    .where('actor', 'is not', null)
    .where('at', '>=', since)
    .groupBy('actor')
    .execute()
  return new Map(
    rows.flatMap(({ actor, deeds, files, last }) => (actor && last ? [[actor, { deeds, files, last }] as const] : [])),
  )
}
