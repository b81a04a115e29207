import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { NewLink } from '../../../platform/sign-in/links.ts'
import type { Id } from '../../../values/ids.ts'
import type { StaffRole } from '../domain/staff-roles.ts'

export async function addColleague(
  scope: Scope,
  person: { readonly id: Id; readonly name: string; readonly email: string; readonly role: StaffRole },
): Promise<void> {
  await scope.queries.insertInto('staff').values(person).execute()
}

/** Keeps the hash of a link; earlier ones of the same person end. */
export async function addLink(scope: Scope, staffId: Id, kind: 'join' | 'reset', link: NewLink): Promise<void> {
  await scope.queries
    .updateTable('staff_link')
    .set({ spent_at: scope.now })
    .where('staff_id', '=', staffId)
    .where('spent_at', 'is', null)
    .execute()
  await scope.queries
    .insertInto('staff_link')
    .values({ token_hash: link.tokenHash, staff_id: staffId, kind, expires_at: link.expiresAt })
    .execute()
}

/** Changes the account of somebody who has not left; false when there is none. */
export async function changeStaff(
  scope: Scope,
  id: Id,
  change: { role: StaffRole } | { suspended_at: Temporal.Instant | null },
): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('staff')
    .set(change)
    .where('id', '=', id)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes that somebody has left; the database ends what they were signed in to. False when there is nobody to leave. */
export async function leave(scope: Scope, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('staff')
    .set({ left_on: dayOf(scope.now).toString() })
    .where('id', '=', id)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await recordLifeEvent(scope, { aggregate: 'staff', id, event: 'staff.left' })
  return true
}

/** Gives the live cases of one mediator to another, each with a row of its own in the read log. Answers how many. */
export async function handOverCases(scope: Scope, from: Id, to: Id): Promise<number> {
  const moved = await scope.queries
    .updateTable('case_file')
    .set({ mediator_id: to })
    .where('mediator_id', '=', from)
    .where('status', '=', 'live')
    .returning('id')
    .execute()
  if (moved.length === 0) return 0
  const rows = moved.map((row) => ({ act: 'case.handed-over', case_id: row.id, subject_id: to, row_count: 0 }))
  await scope.queries.insertInto('access_log').values(rows).execute()
  return moved.length
}

/** Notes that somebody lost their authenticator. */
export async function addReset(scope: Scope, id: Id, staffId: Id): Promise<void> {
  await scope.queries.insertInto('authenticator_reset').values({ id, staff_id: staffId }).execute()
}

/** Settles a reset that waits; answers whose it is, or null when none waits. */
export async function settleReset(
  scope: Scope,
  id: Id,
  settled: { approved_by: Id; approved_at: Temporal.Instant } | { withdrawn_at: Temporal.Instant },
): Promise<Id | null> {
  const row = await scope.queries
    .updateTable('authenticator_reset')
    .set(settled)
    .where('id', '=', id)
    .where('approved_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('staff_id')
    .executeTakeFirst()
  return row?.staff_id ?? null
}
