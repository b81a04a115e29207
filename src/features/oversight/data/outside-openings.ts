import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { lookingDeeds, unusualFiles } from '../domain/looking.ts'

/** A file into which a colleague looked who is not its mediator and has never done anything in it. */
export interface OutsideOpening {
  readonly actor: Id
  readonly caseId: Id
  /** Null when the file was destroyed. */
  readonly reference: string | null
  readonly times: number
  readonly last: Temporal.Instant
}

/** Looking in the office into a file of no work of one's own; whoever answers for privacy looks for that very reason. */
const outside = (
  since: Temporal.Instant,
) => sql`l.case_id IS NOT NULL AND l.actor IS NOT NULL AND l.at >= ${since.toString()}
  AND position('_office_' IN l.db_role) > 0 AND position('_office_accountability' IN l.db_role) = 0
  AND (l.also || l.act) && ${[...lookingDeeds]}::text[]
  AND NOT EXISTS (SELECT FROM ev.case_file m WHERE m.id = l.case_id AND m.mediator_id = l.actor)
  AND NOT EXISTS (SELECT FROM ev.access_log w WHERE w.case_id = l.case_id AND w.actor = l.actor
    AND NOT (w.also || w.act) <@ ${[...lookingDeeds]}::text[])`

/** The newest first, so many as one can look at. */
export async function outsideOpenings(scope: Scope, since: Temporal.Instant): Promise<OutsideOpening[]> {
  const { rows } = await sql<OutsideOpening>`
    SELECT l.actor, l.case_id AS "caseId", c.reference, count(*)::int AS times, max(l.at) AS last
      FROM ev.access_log l LEFT JOIN ev.case_file c ON c.id = l.case_id
     WHERE ${outside(since)} GROUP BY 1, 2, 3 ORDER BY max(l.at) DESC LIMIT 200`.execute(scope.queries)
  return rows
}

/** Who looked since an instant into unusually many such files on one day. */
export async function unusualColleagues(scope: Scope, since: Temporal.Instant): Promise<Id[]> {
  const { rows } = await sql<{ actor: Id }>`
    SELECT l.actor FROM ev.access_log l WHERE ${outside(since)}
     GROUP BY l.actor, (l.at AT TIME ZONE 'Europe/London')::date HAVING count(DISTINCT l.case_id) >= ${unusualFiles}`.execute(
    scope.queries,
  )
  return [...new Set(rows.map((row) => row.actor))]
}

/** Whether a task about a colleague was made since an instant, done or not. */
export async function askedAbout(
  scope: Scope,
  kind: string,
  asked: { readonly of: Id; readonly since: Temporal.Instant },
) {
  const found = await scope.queries
    .selectFrom('task')
    .select('id')
    .where('kind', '=', kind)
    .where('subject_id', '=', asked.of)
    .where('made_at', '>=', asked.since)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
