import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { startOfDayInLondon, todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ending } from '../domain/check.ts'
import type { History } from '../domain/due.ts'

type Anchors = { readonly of: Ending; readonly ids: readonly Id[]; readonly event: string }
const anchorEvents = question((queries, { of, ids, event }: Anchors) =>
  queries
    .selectFrom('life_event')
    .select(['aggregate_id', 'happened_on'])
    .where('aggregate', '=', of)
    .where('aggregate_id', 'in', ids)
    .where('event', '=', event),
)

/** The life of some things, as far as their clocks need it. One that is not there, or ends with another, has none. */
export async function historiesOf(
  scope: Scope,
  of: Ending,
  ids: readonly Id[],
  event: string,
): Promise<ReadonlyMap<Id, History>> {
  const things = await (of === 'case' ? casesOf(scope, ids) : enquiriesOf(scope, ids))
  const events = await anchorEvents(scope, { of, ids, event })
  const days = Map.groupBy(events, (row) => row.aggregate_id)
  return new Map(
    things.map(({ id, made, live }) => {
      const anchors = (days.get(id) ?? []).map((row) => Temporal.PlainDate.from(row.happened_on))
      return [id, { made: todayInLondon(made), live, anchors }]
    }),
  )
}

/** The same of one; null when there is none. */
export const historyOf = async (scope: Scope, of: Ending, id: Id, event: string): Promise<History | null> =>
  (await historiesOf(scope, of, [id], event)).get(id) ?? null

interface Thing {
  readonly id: Id
  readonly made: Temporal.Instant
  readonly live: boolean
}

const caseRows = question((queries, { ids }: { readonly ids: readonly Id[] }) =>
  queries.selectFrom('case_file').select(['id', 'opened_at', 'status']).where('id', 'in', ids),
)

async function casesOf(scope: Scope, ids: readonly Id[]): Promise<Thing[]> {
  const rows = await caseRows(scope, { ids })
  return rows.map((row) => ({ id: row.id, made: row.opened_at, live: row.status === 'live' }))
}

/** An enquiry that became a case has no clock of its own: it ends with the case. */
async function enquiriesOf(scope: Scope, ids: readonly Id[]): Promise<Thing[]> {
  const rows = await scope.queries
    .selectFrom('enquiry')
    .select(['id', 'received_at'])
    .where('id', 'in', ids)
    .where('case_id', 'is', null)
    .execute()
  return rows.map((row) => ({ id: row.id, made: row.received_at, live: false }))
}

/** Which things may have something to be done today. The first question, rough and quick: each is then asked by itself. */
export interface Looking {
  readonly of: Ending
  readonly event: string
  /** Nothing that happened after this day can be due. */
  readonly newestAnchor: Temporal.PlainDate
  /** Nothing made after this day can want a look for lack of a clock. */
  readonly newestMade: Temporal.PlainDate
  readonly after: Id | null
  readonly limit: number
}

/** Identifiers in ascending order, in pages that go on after the last one seen. */
export async function candidates(scope: Scope, looking: Looking): Promise<Id[]> {
  const { of, after, limit } = looking
  const madeBefore = startOfDayInLondon(looking.newestMade.add({ days: 1 }))
  const { queries } = scope
  const started = queries
    .selectFrom('life_event')
    .select('aggregate_id as id')
    .where('aggregate', '=', of)
    .where('event', '=', looking.event)
    .where('happened_on', '<=', looking.newestAnchor.toString())
  const onTheWay = queries.selectFrom('retention_state').select('aggregate_id as id').where('aggregate', '=', of)
  const old =
    of === 'case'
      ? queries.selectFrom('case_file').select('id').where('status', '=', 'live').where('opened_at', '<', madeBefore)
      : queries.selectFrom('enquiry').select('id').where('case_id', 'is', null).where('received_at', '<', madeBefore)
  const rows = await queries
    .selectFrom(started.union(onTheWay).union(old).as('found'))
    .select('found.id')
    .$if(after !== null, (query) => query.where('found.id', '>', after as Id))
    .orderBy('found.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
