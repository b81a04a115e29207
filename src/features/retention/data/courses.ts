import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ending } from '../domain/check.ts'
import type { Course } from '../domain/course.ts'

/** How far something is, and of what. */
export interface CourseOf extends Course {
  readonly of: Ending
  readonly id: Id
  readonly rule: string
}

const courseRows = ({ queries }: Pick<Scope, 'queries'>) =>
  queries
    .selectFrom('retention_state')
    .select(['aggregate', 'aggregate_id', 'rule', 'due_on', 'status', 'reason', 'since', 'wait_until'])

type CourseRow = Awaited<ReturnType<ReturnType<typeof courseRows>['executeTakeFirstOrThrow']>>

const dateOf = (text: string) => Temporal.PlainDate.from(text)

const courseOfRow = (row: CourseRow): CourseOf => ({
  of: row.aggregate,
  id: row.aggregate_id,
  rule: row.rule,
  status: row.status,
  reasons: row.reason?.split(',') ?? [],
  dueOn: dateOf(row.due_on),
  waitUntil: row.wait_until === null ? null : dateOf(row.wait_until),
  since: row.since,
})

const courseRow = question((queries, { of, id }: { readonly of: Ending; readonly id: Id }) =>
  courseRows({ queries }).where('aggregate', '=', of).where('aggregate_id', '=', id),
)

/** How far one thing is; null when nothing was written down of it. */
export async function courseOf(scope: Scope, of: Ending, id: Id): Promise<CourseOf | null> {
  const [row] = await courseRow(scope, { of, id })
  return row ? courseOfRow(row) : null
}

/** How far some things are, of which something was written down. */
export async function coursesOf(scope: Scope, of: Ending, ids: readonly Id[]): Promise<ReadonlyMap<Id, CourseOf>> {
  const rows = await courseRows(scope).where('aggregate', '=', of).where('aggregate_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.aggregate_id, courseOfRow(row)]))
}

/** Everything that is on its way, what goes first first. */
export async function coursesOnTheWay(scope: Scope, limit: number): Promise<CourseOf[]> {
  const rows = await courseRows(scope)
    .orderBy('wait_until')
    .orderBy('due_on')
    .orderBy('aggregate_id')
    .limit(limit)
    .execute()
  return rows.map(courseOfRow)
}
