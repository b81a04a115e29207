import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Change, TellingOutcome } from '../domain/telling-again.ts'

export interface ToldAgain {
  readonly id: Id
  readonly change: Change
  readonly who: string
  /** Null: nobody has told them yet. */
  readonly outcome: TellingOutcome | null
  readonly reason: string | null
  readonly settledOn: string | null
}

const rows = (scope: Scope) =>
  scope.queries
    .selectFrom('told_again')
    .select(['id', 'request_id', 'change', 'who', 'outcome', 'reason', 'settled_on'])
    .orderBy('noted_at')
    .orderBy('id')

/** Who had been told of what a request changed, and whether they were told again. */
export async function toldAgainOf(scope: Scope, requestId: Id): Promise<ToldAgain[]> {
  const found = await rows(scope).where('request_id', '=', requestId).execute()
  return found.map((row) => ({
    ...{ id: row.id, change: row.change, who: row.who },
    ...{ outcome: row.outcome, reason: row.reason, settledOn: row.settled_on },
  }))
}

/** A request of which somebody is still to be told again. */
export interface UntoldRequest {
  readonly requestId: Id
  readonly reference: string
  /** The person, or the enquiry of somebody who made no more; null once nothing of them is on record. */
  readonly recordId: Id | null
  readonly count: number
  readonly since: Temporal.Instant
}

/** Every request of which somebody is still to be told again, closed or not; the longest waiting first. */
export async function untoldRequests(scope: Scope): Promise<UntoldRequest[]> {
  const found = await scope.queries
    .selectFrom('told_again as t')
    .innerJoin('rights_request as r', 'r.id', 't.request_id')
    .select(['r.id', 'r.reference', 'r.person_id', 'r.enquiry_id'])
    .select(({ fn }) => [fn.countAll().as('many'), fn.min('t.noted_at').as('since')])
    .where('t.outcome', 'is', null)
    .groupBy(['r.id', 'r.reference', 'r.person_id', 'r.enquiry_id'])
    .orderBy('since')
    .orderBy('r.id')
    .execute()
  return found.map((row) => ({
    ...{ requestId: row.id, reference: row.reference, recordId: row.person_id ?? row.enquiry_id },
    ...{ count: Number(row.many), since: row.since },
  }))
}

/** Notes who is to be told again. Whoever waits for it already is not named twice. */
export async function addToldAgain(scope: Scope, requestId: Id, change: Change, names: readonly string[]) {
  if (names.length === 0) return
  await scope.queries
    .insertInto('told_again')
    .values([...new Set(names)].map((who) => ({ id: newId(), request_id: requestId, change, who })))
    .onConflict((is) => is.columns(['request_id', 'change', 'who']).where('outcome', 'is', null).doNothing())
    .execute()
}
