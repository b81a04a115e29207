import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { type Reason, reasons } from '../domain/reasons.ts'

export interface NewMerge {
  readonly keptId: Id
  readonly mergedId: Id
  readonly agreeing: readonly Reason[]
  readonly reason: string
  /** ISO date: the last day on which they can be parted. */
  readonly undoUntil: string
}

/** Says that two records are of one person; the database moves what goes over, and remembers each row of it. */
export async function addMerge(scope: Scope, merge: NewMerge): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('person_merge')
    .values({
      ...{ id, kept_id: merge.keptId, merged_id: merge.mergedId, agreeing: merge.agreeing.join(',') },
      ...{ reason: merge.reason, undo_until: merge.undoUntil },
    })
    .execute()
  return id
}

/** Parts them again; false when there is no such merge, or it was undone already. */
export async function undo(scope: Scope, id: Id, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('person_merge')
    .set({ undone_at: scope.now, undone_by: scope.actor, undo_reason: reason })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Two records that became one, and whether they are two again. */
export interface Merge {
  readonly id: Id
  readonly keptId: Id
  readonly kept: string
  readonly merged: string
  readonly mergedBirthDate: string | null
  readonly agreeing: readonly Reason[]
  readonly reason: string
  readonly by: string
  readonly at: Temporal.Instant
  readonly undoUntil: string
  readonly undone: { readonly at: Temporal.Instant; readonly reason: string } | null
}

/** What was made one, of one or of all, the newest first. */
export async function mergesOf(scope: Scope, id?: Id): Promise<Merge[]> {
  const rows = await scope.queries
    .selectFrom('person_merge as m')
    .innerJoin('person as kept', 'kept.id', 'm.kept_id')
    .innerJoin('person as merged', 'merged.id', 'm.merged_id')
    .innerJoin('staff', 'staff.id', 'm.merged_by')
    .select(['m.id', 'm.kept_id', 'm.agreeing', 'm.reason', 'm.merged_at', 'm.undo_until', 'm.undone_at'])
    .select(['m.undo_reason', 'kept.given_name', 'kept.family_name', 'staff.name'])
    .select(['merged.given_name as other_given', 'merged.family_name as other_family', 'merged.birth_date'])
    .$if(id !== undefined, (query) => query.where('m.id', '=', id as Id))
    .orderBy('m.merged_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, keptId: row.kept_id, kept: `${row.given_name} ${row.family_name}`.trim() },
    ...{ merged: `${row.other_given} ${row.other_family}`.trim(), mergedBirthDate: row.birth_date },
    agreeing: reasons.filter((reason) => row.agreeing.split(',').includes(reason)),
    ...{ reason: row.reason, by: row.name, at: row.merged_at, undoUntil: row.undo_until },
    undone: row.undone_at && { at: row.undone_at, reason: row.undo_reason ?? '' },
  }))
}
