import type { ExpressionBuilder } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { Id } from '../../../values/ids.ts'
import type { ListedCase, Side } from '../domain/case.ts'

/** Where a page of the list ended. Many cases may have come in one moment, as by an import: the case itself tells them apart. */
export interface PlaceInList {
  readonly openedAt: Temporal.Instant
  readonly id: Id
}

/** Cases, newest first, in pages that go on from the last one seen: two statements, however long the list. */
export async function listCases(
  scope: Scope,
  which: {
    readonly status: 'live' | 'closed'
    readonly after?: PlaceInList | undefined
    readonly mediatorId?: Id | undefined
    readonly limit: number
  },
): Promise<ListedCase[]> {
  const cases = await scope.queries
    .selectFrom('case_file')
    .select(['id', 'reference', 'opened_at', 'status', 'topic', 'mediator_id', 'closed_on'])
    .where('status', '=', which.status)
    .$if(which.after !== undefined, (query) => query.where((where) => behind(where, which.after as PlaceInList)))
    .$if(which.mediatorId !== undefined, (query) => query.where('mediator_id', '=', which.mediatorId as Id))
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(which.limit)
    .execute()
  const parties = await namesOf(
    scope,
    cases.map((row) => row.id),
  )
  return cases.map((row) => ({
    id: row.id,
    reference: row.reference,
    openedAt: row.opened_at,
    status: row.status,
    topic: row.topic,
    mediatorId: row.mediator_id,
    closedOn: row.closed_on,
    parties: parties.get(row.id) ?? [],
  }))
}

/** The first bound is what an index goes by. */
const behind = ({ and, or, eb }: ExpressionBuilder<Tables, 'case_file'>, { openedAt, id }: PlaceInList) =>
  and([eb('opened_at', '<=', openedAt), or([eb('opened_at', '<', openedAt), eb('id', '>', id)])])

/** The parties' names of some cases, A first. */
export async function namesOf(scope: Scope, caseIds: readonly Id[]): Promise<Map<Id, { side: Side; name: string }[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await scope.queries
    .selectFrom('party')
    .innerJoin('person', 'person.id', 'party.person_id')
    .select(['party.case_id', 'party.side', 'person.given_name', 'person.family_name'])
    .where('party.case_id', 'in', caseIds)
    .orderBy('party.side')
    .execute()
  const byCase = new Map<Id, { side: Side; name: string }[]>()
  for (const row of rows) {
    const party = { side: row.side, name: `${row.given_name} ${row.family_name}` }
    byCase.set(row.case_id, [...(byCase.get(row.case_id) ?? []), party])
  }
  return byCase
}
