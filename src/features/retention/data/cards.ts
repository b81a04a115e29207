import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { DestructionPlan } from '../domain/plan.ts'

/**
 * Keeps a small card of those who go with each case, by which they are known if they come back. `oldest`: cards of files that were closed
 * before this day have had their time; null where the policy keeps none.
 */
export async function keepCards(
  scope: Scope,
  plans: ReadonlyMap<Id, DestructionPlan>,
  oldest: Temporal.PlainDate | null,
): Promise<void> {
  if (oldest === null) return
  const going = [...plans].flatMap(([caseId, { rows }]) => (rows.person ?? []).map((id) => ({ id, caseId })))
  const [cases, people] = [going.map((it) => it.caseId), going.map((it) => it.id)]
  await sql`SELECT ev.keep_cards(${cases}::uuid[], ${people}::uuid[], ${oldest.toString()})`.execute(scope.queries)
}

/** A card, as far as its clock needs it. */
export interface CardsClock {
  readonly id: Id
  readonly closedOn: Temporal.PlainDate
  /** Since when it has been ended by hand. */
  readonly endedAt: Temporal.Instant | null
}

const clocks = ({ queries }: Scope) => queries.selectFrom('returning_card').select(['id', 'closed_on', 'ended_at'])

/** Cards of files that were closed before a day, and those that were ended by hand. */
export async function endingCards(scope: Scope, oldest: Temporal.PlainDate): Promise<Id[]> {
  const rows = await clocks(scope)
    .where((is) => is.or([is('closed_on', '<', oldest.toString()), is('ended_at', 'is not', null)]))
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows.map((row) => row.id)
}

/** Takes one card for this transaction alone; null when it is not there any more. */
export async function cardToEnd(scope: Scope, id: Id): Promise<CardsClock | null> {
  const row = await clocks(scope).where('id', '=', id).executeTakeFirst()
  return row ? { id, closedOn: Temporal.PlainDate.from(row.closed_on), endedAt: row.ended_at } : null
}

/** Deletes one card as it was looked at; false when it has changed meanwhile. */
export async function destroyCard(scope: Scope, { id, closedOn }: CardsClock): Promise<boolean> {
  const { numDeletedRows } = await scope.queries
    .deleteFrom('returning_card')
    .where('id', '=', id)
    .where('closed_on', '=', closedOn.toString())
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export const dayEnded = ({ endedAt }: CardsClock): Temporal.PlainDate | null =>
  endedAt === null ? null : endedAt.toZonedDateTimeISO('Europe/London').toPlainDate()
