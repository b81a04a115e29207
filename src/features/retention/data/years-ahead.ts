import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Ending } from '../domain/check.ts'
import { type Clock, standingOf } from '../domain/due.ts'

/** How many end in a year, if nothing more happens to them. */
export type YearsAhead = ReadonlyMap<number, number>

/** What will end in which year, by the rule as it is now: one question, however many files there are. */
export async function yearsAhead(scope: Scope, of: Ending, rule: Clock): Promise<YearsAhead> {
  const ending =
    of === 'case'
      ? scope.queries.selectFrom('case_file').select('id').where('status', '=', 'closed')
      : scope.queries.selectFrom('enquiry').select('id').where('case_id', 'is', null)
  const anchors = scope.queries
    .selectFrom('life_event')
    .innerJoin(ending.as('ending'), 'ending.id', 'life_event.aggregate_id')
    .select((it) => [it.fn.min('life_event.happened_on').as('first'), it.fn.max('life_event.happened_on').as('last')])
    .where('life_event.aggregate', '=', of)
    .where('life_event.event', '=', rule.from)
    .groupBy('life_event.aggregate_id')
  const rows = await scope.queries
    .selectFrom(anchors.as('anchor'))
    .select(['anchor.first', 'anchor.last', sql<number>`count(*)`.as('count')])
    .groupBy(['anchor.first', 'anchor.last'])
    .execute()
  const years = new Map<number, number>()
  for (const { first, last, count } of rows) {
    const days = [first, last].map((day) => Temporal.PlainDate.from(day))
    const standing = standingOf(rule, { made: days[0] as Temporal.PlainDate, anchors: days, live: false })
    if (standing.clock !== 'running') continue
    years.set(standing.due.year, (years.get(standing.due.year) ?? 0) + Number(count))
  }
  return years
}

/** The numbers by which people call the things that are on their way: of cases and of enquiries. */
export async function referencesOf(
  scope: Scope,
  of: Ending,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.queries
    .selectFrom(of === 'case' ? 'case_file' : ('enquiry' as 'case_file'))
    .select(['id', 'reference'])
    .where('id', 'in', ids as never)
    .execute()
  return new Map(rows.map((row) => [row.id, row.reference]))
}
