import { sql, type Updateable } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { AtRisk, ConcernDecision, ConsentSought } from '../domain/concern.ts'

export interface Recorded {
  readonly atRisk: AtRisk
  readonly who: string
  readonly seen: string
  readonly seenBy: string
  /** Somebody is in danger now: who records it may decide alone. */
  readonly urgent: boolean
}

export interface Concern extends Recorded {
  readonly id: Id
  readonly caseId: Id | null
  readonly recordedBy: Id
  readonly recordedAt: Temporal.Instant
  readonly decision: ConcernDecision | null
  readonly decisionReason: string | null
  readonly consent: ConsentSought | null
  readonly consentReason: string | null
  readonly decidedBy: Id | null
  readonly decidedAt: Temporal.Instant | null
  readonly reviewBy: Temporal.Instant | null
  readonly reviewedBy: Id | null
  readonly reviewedAt: Temporal.Instant | null
  readonly review: string | null
  readonly closedOn: string | null
}

const rows = (scope: Scope) =>
  scope.queries
    .selectFrom('concern')
    .select(['id', 'case_id', 'at_risk', 'who', 'seen', 'seen_by', 'urgent', 'recorded_by', 'recorded_at'])
    .select(['decision', 'decision_reason', 'consent', 'consent_reason', 'decided_by', 'decided_at', 'review_by'])
    .select(['reviewed_by', 'reviewed_at', 'review', 'closed_on'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const concernOf = (row: Row): Concern => ({
  ...{ id: row.id, caseId: row.case_id, atRisk: row.at_risk, who: row.who, seen: row.seen, seenBy: row.seen_by },
  ...{ urgent: row.urgent, recordedBy: row.recorded_by, recordedAt: row.recorded_at },
  ...{ decision: row.decision, decisionReason: row.decision_reason, consent: row.consent },
  ...{ consentReason: row.consent_reason, decidedBy: row.decided_by, decidedAt: row.decided_at },
  ...{ reviewBy: row.review_by, reviewedBy: row.reviewed_by, reviewedAt: row.reviewed_at, review: row.review },
  closedOn: row.closed_on,
})

/** Worries that are open first, the newest of them first. */
export async function concernsOf(scope: Scope): Promise<Concern[]> {
  const found = await rows(scope)
    .orderBy((is) => is('closed_on', 'is not', null))
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return found.map(concernOf)
}

export async function concernOfId(scope: Scope, id: Id): Promise<Concern | null> {
  const row = await rows(scope).where('id', '=', id).executeTakeFirst()
  return row ? concernOf(row) : null
}

/** The same, held until the transaction ends. */
export async function lockConcern(scope: Scope, id: Id): Promise<Concern | null> {
  const row = await rows(scope).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? concernOf(row) : null
}

export async function addConcern(scope: Scope, made: Recorded & { readonly caseId: Id }): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('concern')
    .values({
      ...{ id, case_id: made.caseId, at_risk: made.atRisk, who: made.who, seen: made.seen, seen_by: made.seenBy },
      urgent: made.urgent,
    })
    .execute()
  return id
}

/** The same for a colleague who takes the calls and sees none of what is recorded; null: there is no such case for them. */
export async function handInConcern(
  scope: Scope,
  { caseId, atRisk, who, seen, seenBy, urgent }: Recorded & { readonly caseId: Id },
): Promise<Id | null> {
  const id = newId()
  const { rows: found } = await sql<{ kept: boolean }>`
    SELECT ev.hand_in_concern(${id}, ${caseId}, ${atRisk}, ${who}, ${seen}, ${seenBy}, ${urgent}) AS kept`.execute(
    scope.queries,
  )
  return found[0]?.kept ? id : null
}

export async function changeConcern(scope: Scope, id: Id, to: Updateable<Tables['concern']>): Promise<void> {
  await scope.queries.updateTable('concern').set(to).where('id', '=', id).execute()
}

/** Somebody opened a file that is not theirs, for a while. */
export interface GlassBreak {
  readonly id: Id
  readonly caseId: Id
  readonly staffId: Id
  readonly reason: string
  readonly beganAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly review: string | null
  readonly reviewedBy: Id | null
}

const breaks = (scope: Scope) =>
  scope.queries
    .selectFrom('glass_break')
    .select(['id', 'case_id', 'staff_id', 'reason', 'began_at', 'ends_at', 'review', 'reviewed_by'])
    .orderBy('began_at', 'desc')
    .orderBy('id')
    .limit(200)

type BreakRow = Awaited<ReturnType<ReturnType<typeof breaks>['executeTakeFirstOrThrow']>>
const breakOf = (row: BreakRow): GlassBreak => ({
  ...{ id: row.id, caseId: row.case_id, staffId: row.staff_id, reason: row.reason, beganAt: row.began_at },
  ...{ endsAt: row.ends_at, review: row.review, reviewedBy: row.reviewed_by },
})

export const glassBreaks = async (scope: Scope): Promise<GlassBreak[]> => (await breaks(scope).execute()).map(breakOf)

export async function glassBreakOf(scope: Scope, id: Id): Promise<GlassBreak | null> {
  const row = await breaks(scope).where('id', '=', id).executeTakeFirst()
  return row ? breakOf(row) : null
}

/** Opens a file by its reference for a while (ISO duration); null: there is none that can be opened so. */
export async function breakGlassOf(
  scope: Scope,
  asked: { readonly reference: string; readonly reason: string; readonly access: string },
): Promise<Id | null> {
  const { rows: found } = await sql<{ id: Id | null }>`
    SELECT ev.break_glass(${asked.reference}, ${asked.reason}, ${asked.access}::interval) AS id`.execute(scope.queries)
  return found[0]?.id ?? null
}

export async function noteBreakReviewed(scope: Scope, id: Id, review: string): Promise<number> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('glass_break')
    .set({ review, reviewed_by: scope.actor, reviewed_at: scope.now })
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
