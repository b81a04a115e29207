import type { Scope } from '../../../platform/database/desk.ts'

/** The sweep ran to its end: a leap that was confirmed is over. */
export async function recordSweep(scope: Scope): Promise<void> {
  const now = { swept_at: scope.now, halted_at: null, confirmed_at: null, confirmed_by: null }
  await scope.queries
    .insertInto('sweep_state')
    .values({ id: true, ...now })
    .onConflict((on) => on.column('id').doUpdateSet(now))
    .execute()
}

export async function recordHalt(scope: Scope): Promise<void> {
  await scope.queries
    .updateTable('sweep_state')
    .set({ halted_at: scope.now, confirmed_at: null, confirmed_by: null })
    .execute()
}

/** A person says that the date is right; false when nothing waits for it. */
export async function recordConfirmation(scope: Scope): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('sweep_state')
    .set({ confirmed_at: scope.now, confirmed_by: scope.actor })
    .where('halted_at', 'is not', null)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
