import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { StaffRole } from '../domain/staff-roles.ts'

/** Names of colleagues, also of those who have left, by identifier. */
export async function staffNames(scope: Scope, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.queries
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Colleagues who mediate and are neither suspended nor gone, by name. */
export async function mediators(scope: Scope): Promise<{ readonly id: Id; readonly name: string }[]> {
  return scope.queries
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', '=', 'mediator')
    .where('suspended_at', 'is', null)
    .where('left_on', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/**
 * True when the policy lets the one who acts see any row under the purpose of this scope, not their own alone. The database answers
 * from their role as it is now: it may have changed since they signed in.
 */
export async function actorSeesAny(scope: Scope): Promise<boolean> {
  const { rows } = await sql<{ rows: string | null }>`SELECT ev.row_scope() AS rows`.execute(scope.queries)
  return rows[0]?.rows === 'any'
}

/** Invited: has not joined yet. */
export type Standing = 'invited' | 'active' | 'suspended' | 'left'

export interface ColleagueInList {
  readonly id: Id
  readonly name: string
  readonly role: StaffRole
  readonly standing: Standing
}

export interface Colleague extends ColleagueInList {
  readonly email: string
  readonly invitedAt: Temporal.Instant
  readonly joinedAt: Temporal.Instant | null
  readonly suspendedAt: Temporal.Instant | null
  readonly leftOn: string | null
}

interface StaffRow {
  readonly joined_at: Temporal.Instant | null
  readonly suspended_at: Temporal.Instant | null
  readonly left_on: string | null
}

const standingOf = (row: StaffRow): Standing => {
  if (row.left_on) return 'left'
  if (row.suspended_at) return 'suspended'
  return row.joined_at ? 'active' : 'invited'
}

/** Everybody, those who have left last. */
export async function allColleagues(scope: Scope): Promise<ColleagueInList[]> {
  const rows = await scope.queries
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'joined_at', 'suspended_at', 'left_on'])
    .orderBy('left_on', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, role: row.role, standing: standingOf(row) }))
}

/** One colleague; null when there is none. */
export async function colleague(scope: Scope, id: Id): Promise<Colleague | null> {
  const row = await scope.queries
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'role', 'invited_at', 'joined_at', 'suspended_at', 'left_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    standing: standingOf(row),
    invitedAt: row.invited_at,
    joinedAt: row.joined_at,
    suspendedAt: row.suspended_at,
    leftOn: row.left_on,
  }
}

/** How many live cases somebody mediates: they need another mediator before that person goes. */
export async function liveCaseCount(scope: Scope, mediatorId: Id): Promise<number> {
  const row = await scope.queries
    .selectFrom('case_file')
    .select((count) => count.fn.countAll<number>().as('cases'))
    .where('mediator_id', '=', mediatorId)
    .where('status', '=', 'live')
    .executeTakeFirst()
  return row?.cases ?? 0
}

/** A lost authenticator that waits for a second person. */
export interface WaitingReset {
  readonly id: Id
  readonly staffId: Id
  readonly name: string
  readonly askedBy: Id
  readonly askedAt: Temporal.Instant
}

export async function waitingResets(scope: Scope): Promise<WaitingReset[]> {
  const rows = await scope.queries
    .selectFrom('authenticator_reset as r')
    .innerJoin('staff as s', 's.id', 'r.staff_id')
    .select(['r.id', 'r.staff_id', 's.name', 'r.asked_by', 'r.asked_at'])
    .where('r.approved_at', 'is', null)
    .where('r.withdrawn_at', 'is', null)
    .orderBy('r.asked_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, staffId: row.staff_id, name: row.name, askedBy: row.asked_by, askedAt: row.asked_at },
  }))
}
