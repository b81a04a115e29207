import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { BandedFacts } from '../domain/bands.ts'
import type { Ended, Ending } from '../domain/check.ts'
import { type DestructionPlan, type EndingTable, endsWithCase } from '../domain/plan.ts'

/** Takes things for this transaction alone, until it ends, in ascending order; answers those that are still there. */
export async function lockToEnd(scope: Scope, of: Ending, ids: readonly Id[]): Promise<Id[]> {
  const sorted = ids.toSorted()
  const { rows } = await sql<{ id: Id }>`SELECT it AS id FROM unnest(${sorted}::uuid[]) AS it
    WHERE ev.lock_to_end(${of}, it)`.execute(scope.queries)
  return rows.map((row) => row.id)
}

const keyOf = (table: EndingTable): 'id' =>
  // The builder is told of one table; the name of the key is the table's own.
  (table === 'case_key' ? 'case_id' : table === 'retention_state' ? 'aggregate_id' : 'id') as 'id'

/** Deletes exactly what was planned. Throws, so that all of it stays, when a row was not there or could not be reached. */
export async function destroyRows(scope: Scope, { rows }: Pick<DestructionPlan, 'rows'>): Promise<void> {
  for (const table of endsWithCase) {
    const ids = rows[table] ?? []
    if (ids.length === 0) continue
    const { numDeletedRows } = await scope.queries
      .deleteFrom(table as 'child')
      .where(keyOf(table), 'in', ids as Id[])
      .executeTakeFirst()
    if (Number(numDeletedRows) !== ids.length) {
      throw new Error(`planned to delete ${ids.length} of ${table} and found ${numDeletedRows}`)
    }
  }
}

/** The clock of what somebody agreed to starts when the ledger no longer says who they were. */
export async function recordEndedConsents(scope: Scope, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  const on = scope.now.toZonedDateTimeISO('Europe/London').toPlainDate().toString()
  await scope.queries
    .insertInto('life_event')
    .values(
      subjects.map((id) => ({
        aggregate: 'consent',
        aggregate_id: id as Id,
        event: 'consent.ended',
        happened_on: on,
      })),
    )
    .execute()
}

export interface NewCertificate {
  readonly of: Ended
  readonly id: Id
  readonly rule: string
  readonly policyHash: string
  readonly dueOn: Temporal.PlainDate
  readonly counts: Readonly<Record<string, number>>
  readonly fileCount: number
  readonly paperReference: string | null
  /** Where its folders are, if they have labels. */
  readonly paperPlace: string | null
}

export async function addCertificates(scope: Scope, made: readonly NewCertificate[]): Promise<void> {
  if (made.length === 0) return
  await scope.queries
    .insertInto('destruction_certificate')
    .values(
      made.map((it) => ({
        id: it.id,
        aggregate: it.of,
        rule: it.rule,
        policy_hash: it.policyHash,
        due_on: it.dueOn.toString(),
        row_counts: JSON.stringify(it.counts),
        file_count: it.fileCount,
        paper_reference: it.paperReference,
        paper_place: it.paperPlace,
      })),
    )
    .execute()
}

export const addCertificate = (scope: Scope, made: NewCertificate): Promise<void> => addCertificates(scope, [made])

export interface FactsOfCase extends BandedFacts {
  readonly openedYear: number
  readonly closedYear: number
  readonly topic: string
  readonly channel: string
  readonly outcome: string
}

export async function addFacts(scope: Scope, facts: readonly FactsOfCase[]): Promise<void> {
  if (facts.length === 0) return
  await scope.queries
    .insertInto('case_fact')
    .values(
      facts.map((it) => ({
        opened_year: it.openedYear,
        closed_year: it.closedYear,
        topic: it.topic,
        channel: it.channel,
        outcome: it.outcome,
        miams: it.miams,
        sessions: it.sessions,
        children: it.children,
      })),
    )
    .execute()
}

/** The paper of a destroyed case is gone too: with it goes the number that was on its cover. False when there was none to destroy. */
export async function settlePaper(scope: Scope, certificateId: Id, on: Temporal.PlainDate): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('destruction_certificate')
    .set({
      paper_reference: null,
      paper_place: null,
      paper_destroyed_on: on.toString(),
      paper_destroyed_by: scope.actor,
    })
    .where('id', '=', certificateId)
    .where('paper_reference', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
