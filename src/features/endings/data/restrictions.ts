import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Covers, Ground, Restriction } from '../domain/restriction.ts'

const columns = [
  'id',
  'request_id',
  'covers',
  'ground',
  'placed_at',
  'told_at',
  'told_by',
  'told_how',
  'lifted_at',
] as const

export interface KnownRestriction extends Restriction {
  readonly id: Id
  readonly told: { readonly by: Id | null; readonly how: 'email' | 'letter' | 'spoken' | null }
}

/** What was ever kept and not used of a person or an enquiry, the newest last. */
export async function restrictionsOf(scope: Scope, recordId: Id): Promise<KnownRestriction[]> {
  const rows = await scope.queries
    .selectFrom('restriction')
    .select(columns)
    .where((is) => is.or([is('person_id', '=', recordId), is('enquiry_id', '=', recordId)]))
    .orderBy('placed_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, covers: row.covers, ground: row.ground },
    ...{ placedAt: row.placed_at, toldAt: row.told_at, liftedAt: row.lifted_at },
    told: { by: row.told_by, how: row.told_how },
  }))
}

/** Of one of them. */
interface NewRestriction {
  readonly personId: Id | null
  readonly enquiryId: Id | null
  readonly requestId: Id
  readonly covers: Covers
  readonly ground: Ground
}

export async function addRestriction(scope: Scope, it: NewRestriction): Promise<Id> {
  const id = newId()
  const row = { id, person_id: it.personId, enquiry_id: it.enquiryId, covers: it.covers, ground: it.ground }
  const more = { placed_at: scope.now.toString(), placed_by: scope.actor }
  await scope.announce({ act: 'restriction', puts: [{ table: 'restriction', row: { ...row, ...more } }] })
  await scope.queries
    .insertInto('restriction')
    .values({ ...row, request_id: it.requestId })
    .execute()
  return id
}

/** Notes that the person was told that it ends; false when there is none that stands and of which they were not told. */
export async function noteTold(scope: Scope, id: Id, by: Id, how: 'email' | 'letter' | 'spoken'): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('restriction')
    .set({ told_at: scope.now, told_by: by, told_how: how })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes that it is used again; false when it is already, or when the person was not told. */
export async function noteLifted(scope: Scope, { id, toldAt, told }: KnownRestriction, by: Id): Promise<boolean> {
  if (toldAt === null) return false
  const first = { told_at: toldAt.toString(), told_by: told.by, told_how: told.how }
  const then = { lifted_at: scope.now.toString(), lifted_by: by }
  const changes = [first, then].map((set) => ({ table: 'restriction', id, set }))
  await scope.announce({ act: 'restriction-lifted', changes })
  const { numUpdatedRows } = await scope.queries
    .updateTable('restriction')
    .set({ lifted_at: scope.now, lifted_by: by })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
