import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { OfferedTime, TimeAnswer, TimeOffer } from '../domain/offer.ts'

type Which = { readonly id: Id } | { readonly caseId: Id }

/** Offers, the newest first, in three statements at once. For the office and the worker; a party reads their own elsewhere. */
export async function offers(scope: Scope, which: Which): Promise<TimeOffer[]> {
  const [rows, times, answers] = await Promise.all([
    offerRows(scope, which),
    timesOf(scope, which),
    answersOf(scope, which),
  ])
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    reference: row.reference,
    kind: row.kind,
    zone: row.zone,
    means: row.means,
    answerBy: Temporal.PlainDate.from(row.answer_by),
    status: row.status,
    appointmentId: row.appointment_id,
    times: times.get(row.id) ?? [],
    answers: answers.get(row.id) ?? [],
  }))
}

/** Null when there is none for the one who asks. */
export const offerOf = async (scope: Scope, id: Id): Promise<TimeOffer | null> =>
  (await offers(scope, { id }))[0] ?? null

const offerRows = (scope: Scope, which: Which) =>
  scope.queries
    .selectFrom('time_offer as o')
    .innerJoin('case_file as f', 'f.id', 'o.case_id')
    .select(['o.id', 'o.case_id', 'f.reference', 'o.kind', 'o.zone', 'o.means', 'o.answer_by', 'o.status'])
    .select('o.appointment_id')
    .where('id' in which ? 'o.id' : 'o.case_id', '=', 'id' in which ? which.id : which.caseId)
    .orderBy('o.made_at', 'desc')
    .orderBy('o.id')
    .execute()

async function timesOf(scope: Scope, which: Which): Promise<Map<Id, OfferedTime[]>> {
  const rows = await scope.queries
    .selectFrom('offered_time as t')
    .innerJoin('staff as s', 's.id', 't.mediator_id')
    .leftJoin('room as r', 'r.id', 't.room_id')
    .leftJoin('venue as v', 'v.id', 'r.venue_id')
    .select(['t.id', 't.offer_id', 't.mediator_id', 's.name as mediator', 't.room_id', 't.starts_at', 't.ends_at'])
    .select(['r.name as room', 'v.name as venue'])
    .where('id' in which ? 't.offer_id' : 't.case_id', '=', 'id' in which ? which.id : which.caseId)
    .orderBy('t.starts_at')
    .orderBy('t.id')
    .execute()
  return grouped(rows, (row) => [
    row.offer_id,
    {
      id: row.id,
      mediatorId: row.mediator_id,
      mediatorName: row.mediator,
      roomId: row.room_id,
      place: row.room === null ? null : `${row.room}, ${row.venue}`,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    },
  ])
}

interface AnswerRow {
  readonly offer_id: Id
  readonly zone: 'A' | 'B'
  readonly times: Id[]
  readonly words: string | null
  readonly said_at: Temporal.Instant
}

async function answersOf(scope: Scope, which: Which): Promise<Map<Id, TimeAnswer[]>> {
  const those = 'id' in which ? sql`a.offer_id = ${which.id}` : sql`a.case_id = ${which.caseId}`
  const { rows } = await sql<AnswerRow>`
    SELECT DISTINCT ON (a.offer_id, a.zone) a.offer_id, a.zone, a.words, a.said_at,
           (SELECT coalesce(jsonb_agg(c.time_id), '[]') FROM ev.time_choice c WHERE c.answer_id = a.id) AS times
      FROM ev.time_answer a WHERE ${those} ORDER BY a.offer_id, a.zone, a.turn DESC`.execute(scope.queries)
  return grouped(rows, (row) => [
    row.offer_id,
    { side: row.zone, times: row.times, words: row.words, saidAt: row.said_at },
  ])
}

function grouped<Row, Item>(rows: readonly Row[], entry: (row: Row) => [Id, Item]): Map<Id, Item[]> {
  const found = new Map<Id, Item[]>()
  for (const [id, item] of rows.map(entry)) found.set(id, [...(found.get(id) ?? []), item])
  return found
}

/** The times that stand in another open offer of the case: nobody is offered what the other may just be taking. */
export async function alreadyOffered(
  scope: Scope,
  caseId: Id,
  zone: TimeOffer['zone'],
): Promise<{ readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }[]> {
  const rows = await scope.queries
    .selectFrom('offered_time as t')
    .innerJoin('time_offer as o', 'o.id', 't.offer_id')
    .select(['t.starts_at', 't.ends_at'])
    .where('t.case_id', '=', caseId)
    .where('o.status', '=', 'open')
    .where('o.zone', '<>', zone)
    .execute()
  return rows.map((row) => ({ startsAt: row.starts_at, endsAt: row.ends_at }))
}
