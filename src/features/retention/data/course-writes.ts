import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ending } from '../domain/check.ts'
import type { Course } from '../domain/course.ts'

export interface WrittenCourse extends Pick<Course, 'status' | 'reasons' | 'dueOn' | 'waitUntil'> {
  readonly of: Ending
  readonly id: Id
  readonly rule: string
  readonly policyHash: string
}

/** Writes down how far something is, in place of what was written before. */
export async function writeCourse(scope: Scope, course: WrittenCourse): Promise<void> {
  const now = {
    rule: course.rule,
    policy_hash: course.policyHash,
    due_on: course.dueOn.toString(),
    status: course.status,
    reason: course.reasons.length > 0 ? course.reasons.join(',') : null,
    since: scope.now,
    wait_until: course.waitUntil?.toString() ?? null,
  }
  await scope.queries
    .insertInto('retention_state')
    .values({ aggregate: course.of, aggregate_id: course.id, ...now })
    .onConflict((on) => on.columns(['aggregate', 'aggregate_id']).doUpdateSet(now))
    .execute()
}

export async function forgetCourse(scope: Scope, of: Ending, id: Id): Promise<void> {
  await scope.queries.deleteFrom('retention_state').where('aggregate', '=', of).where('aggregate_id', '=', id).execute()
}

/** Says when somebody looks at it again; false when nobody was asked to look. */
export async function lookAgainOn(scope: Scope, of: Ending, id: Id, on: Temporal.PlainDate): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('retention_state')
    .set({ wait_until: on.toString() })
    .where('aggregate', '=', of)
    .where('aggregate_id', '=', id)
    .where('status', '=', 'review')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
