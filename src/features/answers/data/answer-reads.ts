import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { RefusalGroundKey } from '../../../policy/index.ts'
import type { CategoryKey, PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import type { AnswerWord } from '../domain/asked-right.ts'

/** The tables in which there is something about somebody on record; of what it says nothing is read. */
export async function tablesAbout(scope: Scope, recordId: Id): Promise<readonly string[]> {
  const { rows } = await sql<{ tables: string[] | null }>`SELECT ev.tables_about(${recordId}) AS tables`.execute(
    scope.queries,
  )
  return rows[0]?.tables ?? []
}

export interface Decision {
  readonly category: CategoryKey
  readonly answer: AnswerWord
  readonly ground: RefusalGroundKey | null
  readonly reason: string
  readonly by: Id
  readonly at: Temporal.Instant
}

/** What was decided about each group of data of a request: of several the last. */
export async function decisionsOf(scope: Scope, requestId: Id): Promise<Decision[]> {
  const rows = await scope.queries
    .selectFrom('right_decision')
    .select(['category', 'answer', 'ground', 'reason', 'decided_by', 'decided_at'])
    .where('request_id', '=', requestId)
    .orderBy('turn')
    .execute()
  const latest = new Map(rows.map((row) => [row.category, row]))
  return [...latest.values()].map((row) => ({
    ...{ category: row.category as CategoryKey, answer: row.answer as AnswerWord, reason: row.reason },
    ...{ ground: row.ground as RefusalGroundKey | null, by: row.decided_by, at: row.decided_at },
  }))
}

export interface Objection {
  readonly id: Id
  readonly requestId: Id
  readonly purpose: PurposeKey
  readonly madeAt: Temporal.Instant
  readonly outcome: 'upheld' | 'compelling' | null
  readonly reason: string | null
  /** The use has stopped for them. */
  readonly stops: boolean
}

/** To what a person objected, the newest first. */
export async function objectionsOf(scope: Scope, personId: Id): Promise<Objection[]> {
  const { rows } = await sql<{
    id: Id
    request_id: Id
    purpose: PurposeKey
    made_at: Temporal.Instant
    outcome: Objection['outcome']
    reason: string | null
    stops: boolean
  }>`SELECT id, request_id, purpose, made_at, outcome, reason, stops FROM ev.objections_of(${personId})`.execute(
    scope.queries,
  )
  return rows.map((row) => ({
    ...{ id: row.id, requestId: row.request_id, purpose: row.purpose, madeAt: row.made_at },
    ...{ outcome: row.outcome, reason: row.reason, stops: row.stops },
  }))
}

export interface Corrected {
  readonly field: string
  readonly was: string | null
  readonly became: string | null
  /** What the person says of it, where it was not changed. */
  readonly words: string | null
  readonly by: Id | null
  readonly at: Temporal.Instant
}

/** What was put right by a request: what was, what is, and who decided. */
export async function correctedBy(scope: Scope, requestId: Id): Promise<Corrected[]> {
  const { rows } = await sql<Corrected>`
    SELECT field, was, became, words, corrected_by AS "by", corrected_at AS "at" FROM ev.corrected_by(${requestId})`.execute(
    scope.queries,
  )
  return rows
}
