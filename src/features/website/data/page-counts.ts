import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'

/** How often one page was read in one span of time, by those who agreed to be counted. `from` is the first day of the span. */
export interface PageCount {
  readonly from: Temporal.PlainDate
  readonly path: string
  readonly views: number
}

const spans = { monthly: 'month', quarterly: 'quarter', yearly: 'year' } as const

/**
 * Counts of whole spans, the latest first. The span that `today` lies in is left out: whoever looked at it each day would see each day's
 * readers, which are few.
 */
export async function pageCounts(
  scope: Scope,
  cadence: keyof typeof spans,
  today: Temporal.PlainDate,
): Promise<PageCount[]> {
  const span = spans[cadence]
  const { rows } = await sql<{ from: string; path: string; views: number }>`
    SELECT to_char(date_trunc(${span}, day), 'YYYY-MM-DD') AS "from", path, sum(views)::integer AS views FROM ev.page_count
     WHERE day < date_trunc(${span}, ${today.toString()}::date) GROUP BY 1, 2 ORDER BY 1 DESC, 3 DESC, 2 LIMIT 500
  `.execute(scope.queries)
  return rows.map((row) => ({ ...row, from: Temporal.PlainDate.from(row.from) }))
}
