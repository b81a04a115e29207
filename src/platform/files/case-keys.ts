import type { Id } from '../../values/ids.ts'
import type { Scope } from '../database/desk.ts'
import type { CaseKey, Keyring, WrappedKey } from './keyring.ts'

/**
 * The key of a case's files and drafts; null when there is no such case for the one who acts, or its key was destroyed. Wants a
 * purpose that reads `case.key`. Throws Unreadable when another service key wrapped it.
 */
export async function caseKeyOf(scope: Scope, keyring: Keyring, caseId: Id): Promise<CaseKey | null> {
  const row = await scope.queries
    .selectFrom('case_key')
    .select('wrapped')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row ? keyring.unwrap(row.wrapped as WrappedKey) : null
}
