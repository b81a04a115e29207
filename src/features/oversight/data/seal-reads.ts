import { sql } from 'kysely'
import type { Seal, SealPart } from '../../../platform/audit/chain.ts'
import type { Scope } from '../../../platform/database/desk.ts'

/** What a record is, for its fingerprint: every column, in words that neither zone nor version of the server change. */
const recordFingerprint = sql`sha256(convert_to(jsonb_build_array(l.id, l.xid::text, extract(epoch FROM l.at),
  extract(epoch FROM l.written_at), l.actor, l.db_role, l.act, l.case_id, l.subject_id, l.row_count, l.also)::text, 'UTF8'))`

const partColumns = sql`(l.at AT TIME ZONE 'Europe/London')::date::text AS day, count(*)::int AS count,
  encode(sha256(string_agg(${recordFingerprint}, ''::bytea ORDER BY l.xid, l.id)), 'hex') AS digest`

/** Which transactions have surely ended: none below `ended` can still add a record. `next` is not yet given to any. */
export async function transactionsNow(scope: Scope): Promise<{ readonly ended: string; readonly next: string }> {
  const { rows } = await sql<{ ended: string; next: string }>`
    SELECT pg_snapshot_xmin(s)::text AS ended, pg_snapshot_xmax(s)::text AS next FROM pg_current_snapshot() AS s`.execute(
    scope.queries,
  )
  const [row] = rows
  if (!row) throw new Error('a snapshot is one row')
  return row
}

export interface Range {
  readonly afterId: number
  readonly fromXid: string
  readonly toXid: string
}

/** The records of a range by day, and the greatest id among them; no parts when there are none. */
export async function partsOfRange(
  scope: Scope,
  range: Range,
): Promise<{ readonly parts: readonly SealPart[]; readonly lastId: number }> {
  const { rows } = await sql<SealPart & { last: number }>`
    SELECT ${partColumns}, max(l.id) AS last FROM ev.access_log l
     WHERE l.xid >= ${range.fromXid}::xid8 AND l.xid < ${range.toXid}::xid8 AND l.id > ${range.afterId}
     GROUP BY 1 ORDER BY 1`.execute(scope.queries)
  const parts = rows.map(({ day, count, digest }) => ({ day, count, digest }))
  return { parts, lastId: Math.max(0, ...rows.map((it) => it.last)) }
}

/** The transaction after the last of an epoch's records from `fromXid` on; null when there is none. */
export async function endOfRest(scope: Scope, from: Omit<Range, 'toXid'>): Promise<string | null> {
  const { rows } = await sql<{ to: string | null }>`
    SELECT (max(l.xid::text::numeric) + 1)::text AS "to" FROM ev.access_log l
     WHERE l.xid >= ${from.fromXid}::xid8 AND l.id > ${from.afterId}`.execute(scope.queries)
  return rows[0]?.to ?? null
}

const sealColumns = sql`seq, after_id AS "afterId", from_xid::text AS "fromXid", to_xid::text AS "toXid",
  last_id AS "lastId", parts, previous_head AS "previousHead", head`

export async function lastSeal(scope: Scope): Promise<Seal | null> {
  const { rows } = await sql<Seal>`SELECT ${sealColumns} FROM ev.audit_seal ORDER BY seq DESC LIMIT 1`.execute(
    scope.queries,
  )
  return rows[0] ?? null
}

export async function allSeals(scope: Scope): Promise<Seal[]> {
  const { rows } = await sql<Seal>`SELECT ${sealColumns} FROM ev.audit_seal ORDER BY seq`.execute(scope.queries)
  return rows
}

/** What stands now in the range of each seal of an epoch, whose records have ids from `afterId` up to `untilId`. */
export async function recordsOfEpoch(
  scope: Scope,
  epoch: { readonly afterId: number; readonly untilId: number | null },
): Promise<Map<number, SealPart[]>> {
  const { rows } = await sql<SealPart & { seq: number }>`
    SELECT s.seq, ${partColumns}
      FROM ev.access_log l CROSS JOIN LATERAL (
        SELECT a.seq, a.to_xid FROM ev.audit_seal a WHERE a.after_id = ${epoch.afterId} AND a.from_xid <= l.xid
         ORDER BY a.from_xid DESC LIMIT 1) s
     WHERE l.xid < s.to_xid AND l.id > ${epoch.afterId} AND (${epoch.untilId}::bigint IS NULL OR l.id <= ${epoch.untilId})
     GROUP BY 1, 2 ORDER BY 1, 2`.execute(scope.queries)
  const found = new Map<number, SealPart[]>()
  for (const { seq, day, count, digest } of rows) found.set(seq, [...(found.get(seq) ?? []), { day, count, digest }])
  return found
}
