import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { type Id, newId } from '../../../values/ids.ts'

/** What a hold is for. */
export const holdKinds = ['claim', 'complaint', 'audit', 'safeguarding', 'request'] as const
export type HoldKind = (typeof holdKinds)[number]

/** On whose word. */
export const authorities = [
  ...(['court', 'solicitor', 'regulator', 'insurer', 'auditor', 'police', 'person', 'ourselves'] as const),
] as const
export type Authority = (typeof authorities)[number]

/** What a hold covers: the whole file, or what is of one of the two, or one kind of data, or both. */
export interface HeldPart {
  readonly side: 'A' | 'B' | null
  readonly category: string | null
}

export interface NewHold extends Partial<HeldPart> {
  readonly reason: string
  readonly reviewOn: string
  readonly kind?: HoldKind
  readonly authority?: Authority
}

export interface Hold extends HeldPart {
  readonly kind: HoldKind
  readonly authority: Authority
  readonly id: Id
  readonly reason: string
  readonly reviewOn: string
  readonly placedAt: Temporal.Instant
}

const holdsOfCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('hold')
    .select(['id', 'kind', 'authority', 'reason', 'side', 'category', 'review_on', 'placed_at'])
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .orderBy('placed_at'),
)

/** The holds that stand on a case. */
export async function standingHolds(scope: Scope, caseId: Id): Promise<Hold[]> {
  const rows = await holdsOfCase(scope, { caseId })
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, authority: row.authority, side: row.side, category: row.category },
    ...{ reason: row.reason, reviewOn: row.review_on, placedAt: row.placed_at },
  }))
}

/** Those of some cases of which something is held: a hold of one person is of every case of theirs. */
export async function heldCases({ queries }: Scope, caseIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{
    id: Id
  }>`SELECT it AS id FROM unnest(${caseIds}::uuid[]) AS it WHERE ev.is_held(it)`.execute(queries)
  return new Set(rows.map((row) => row.id))
}

export async function addHold(
  scope: Scope,
  caseId: Id,
  { reason, reviewOn, kind = 'claim', authority = 'ourselves', side = null, category = null }: NewHold,
): Promise<Id> {
  const id = newId()
  const row = { id, case_id: caseId, side, category, kind, authority, review_on: reviewOn }
  const placed = { placed_by: scope.actor, placed_at: scope.now.toString() }
  await scope.announce({ act: 'hold', caseId, puts: [{ table: 'hold', row: { ...row, ...placed } }] })
  await scope.queries
    .insertInto('hold')
    .values({ ...row, reason })
    .execute()
  return id
}

export async function liftHold(scope: Scope, caseId: Id, holdId: Id): Promise<boolean> {
  const set = { lifted_at: scope.now.toString(), lifted_by: scope.actor }
  await scope.announce({ act: 'hold-lifted', caseId, changes: [{ table: 'hold', id: holdId, set }] })
  const { numUpdatedRows } = await scope.queries
    .updateTable('hold')
    .set({ lifted_at: scope.now, lifted_by: scope.actor })
    .where('id', '=', holdId)
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
