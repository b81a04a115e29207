import type { Scope } from '../../../platform/database/desk.ts'
import type { CheckResult, StoredResult } from '../domain/live-check.ts'

export async function storedResults(scope: Scope): Promise<ReadonlyMap<string, StoredResult>> {
  const rows = await scope.queries
    .selectFrom('live_check')
    .select(['key', 'state', 'words', 'checked_at', 'held_at'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.key,
      {
        state: row.state as StoredResult['state'],
        words: row.words,
        checkedAt: row.checked_at,
        heldAt: row.held_at,
      },
    ]),
  )
}

/** Keeps how a check stands now, in place of how it stood. */
export async function storeResult(scope: Scope, key: string, result: CheckResult): Promise<void> {
  const now = { state: result.state, words: result.words, found: result.found ?? 0, checked_at: scope.now }
  const held = result.state === 'holds' ? { held_at: scope.now } : {}
  const { numUpdatedRows } = await scope.queries
    .updateTable('live_check')
    .set({ ...now, ...held })
    .where('key', '=', key)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0)
    await scope.queries
      .insertInto('live_check')
      .values({ key, ...now, ...held })
      .execute()
}
