import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Ending } from '../domain/check.ts'
import { type Clock, standingOf } from '../domain/due.ts'

/** How many end in a year, if nothing more happens to them. */
export type YearsAhead = ReadonlyMap<number, number>

/** Of everything that is closed, where its clock stands and how many stand so: one question, however many there are. */
async function standings(scope: Scope, of: Ending, rule: Clock) {
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
  return rows.flatMap(({ first, last, count }) => {
    const days = [first, last].map((day) => Temporal.PlainDate.from(day))
    const standing = standingOf(rule, { made: days[0] as Temporal.PlainDate, anchors: days, live: false })
    return standing.clock === 'running' ? [{ standing, count: Number(count) }] : []
  })
}

/** What will end in which year, by the rule as it is now. */
export async function yearsAhead(scope: Scope, of: Ending, rule: Clock): Promise<YearsAhead> {
  const years = new Map<number, number>()
  for (const { standing, count } of await standings(scope, of, rule)) {
    years.set(standing.due.year, (years.get(standing.due.year) ?? 0) + count)
  }
  return years
}

const shownDays = async (scope: Scope, of: Ending, rule: Clock) =>
  (await standings(scope, of, rule)).map(({ standing }) => standing.shownFrom)

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

/**
 * The next day after one on which the sweep will do something: an end comes into sight, a thing goes, or is looked at again. Null when
 * nothing is to come. For whoever moves a clock from one such day to the next.
 */
export async function nextSweepDay(
  scope: Scope,
  rules: readonly (Clock & { readonly aggregate: string })[],
  after: Temporal.PlainDate,
) {
  const waiting = await scope.queries
    .selectFrom('retention_state')
    .select('wait_until')
    .where('wait_until', '>', after.toString())
    .orderBy('wait_until')
    .limit(1)
    .executeTakeFirst()
  const days = waiting?.wait_until ? [Temporal.PlainDate.from(waiting.wait_until)] : []
  for (const of of ['case', 'enquiry'] as const) {
    const rule = rules.find((it) => it.aggregate === of)
    if (rule) days.push(...(await shownDays(scope, of, rule)))
  }
  return (
    days.filter((day) => Temporal.PlainDate.compare(day, after) > 0).toSorted(Temporal.PlainDate.compare)[0] ?? null
  )
}
