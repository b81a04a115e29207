import type { Scope } from '../../../platform/database/desk.ts'
import { startOfDayInLondon, todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ending } from '../domain/check.ts'
import type { History } from '../domain/due.ts'

/** The life of one thing, as far as its clock needs it; null when there is no such thing, or it ends with another. */
export async function historyOf(scope: Scope, of: Ending, id: Id, event: string): Promise<History | null> {
  const thing = await (of === 'case' ? caseOf(scope, id) : enquiryOf(scope, id))
  if (!thing) return null
  const events = await scope.queries
    .selectFrom('life_event')
    .select('happened_on')
    .where('aggregate', '=', of)
    .where('aggregate_id', '=', id)
    .where('event', '=', event)
    .execute()
  return {
    made: todayInLondon(thing.made),
    live: thing.live,
    anchors: events.map((row) => Temporal.PlainDate.from(row.happened_on)),
  }
}

interface Thing {
  readonly made: Temporal.Instant
  readonly live: boolean
}

async function caseOf(scope: Scope, id: Id): Promise<Thing | null> {
  const row = await scope.queries
    .selectFrom('case_file')
    .select(['opened_at', 'status'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { made: row.opened_at, live: row.status === 'live' } : null
}

/** An enquiry that became a case has no clock of its own: it ends with the case. */
async function enquiryOf(scope: Scope, id: Id): Promise<Thing | null> {
  const row = await scope.queries
    .selectFrom('enquiry')
    .select('received_at')
    .where('id', '=', id)
    .where('case_id', 'is', null)
    .executeTakeFirst()
  return row ? { made: row.received_at, live: false } : null
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
