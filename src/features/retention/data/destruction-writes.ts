import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { BandedFacts } from '../domain/bands.ts'
import type { Ended, Ending } from '../domain/check.ts'
import { type DestructionPlan, type EndingTable, endsWithCase } from '../domain/plan.ts'

/** Takes a thing for this transaction alone, until it ends; false when it is not there any more. */
export async function lockToEnd(scope: Scope, of: Ending, id: Id): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`SELECT ev.lock_to_end(${of}, ${id}) AS there`.execute(scope.queries)
  return rows[0]?.there ?? false
}

const keyOf = (table: EndingTable): 'id' =>
  // The builder is told of one table; the name of the key is the table's own.
  (table === 'case_key' ? 'case_id' : table === 'retention_state' ? 'aggregate_id' : 'id') as 'id'

/** Deletes exactly what was planned. Throws, so that all of it stays, when a row was not there or could not be reached. */
export async function destroyRows(scope: Scope, plan: DestructionPlan): Promise<void> {
  for (const table of endsWithCase) {
    const ids = plan.rows[table] ?? []
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

export async function addCertificate(scope: Scope, made: NewCertificate): Promise<void> {
  await scope.queries
    .insertInto('destruction_certificate')
    .values({
      id: made.id,
      aggregate: made.of,
      rule: made.rule,
      policy_hash: made.policyHash,
      due_on: made.dueOn.toString(),
      row_counts: JSON.stringify(made.counts),
      file_count: made.fileCount,
      paper_reference: made.paperReference,
      paper_place: made.paperPlace,
    })
    .execute()
}

export interface FactsOfCase extends BandedFacts {
  readonly openedYear: number
  readonly closedYear: number
  readonly topic: string
  readonly channel: string
  readonly outcome: string
}

export async function addFacts(scope: Scope, facts: FactsOfCase): Promise<void> {
  await scope.queries
    .insertInto('case_fact')
    .values({
      opened_year: facts.openedYear,
      closed_year: facts.closedYear,
      topic: facts.topic,
      channel: facts.channel,
      outcome: facts.outcome,
      miams: facts.miams,
      sessions: facts.sessions,
      children: facts.children,
    })
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
