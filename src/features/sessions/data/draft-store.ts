import type { Scope } from '../../../platform/database/desk.ts'
import { caseKeyOf } from '../../../platform/files/case-keys.ts'
import { type Keyring, open, seal } from '../../../platform/files/keyring.ts'
import { Unreadable } from '../../../platform/files/sealing.ts'
import type { Id } from '../../../values/ids.ts'

/** Which draft: of which form, about what, sealed with which case's key. The person who acts is its writer. */
export interface DraftOf {
  readonly form: string
  readonly subjectId: Id
  readonly caseId: Id
}

export interface Draft {
  readonly values: Readonly<Record<string, string>>
  readonly savedAt: Temporal.Instant
}

/** A sealed draft opens only for its own writer, form and subject. */
const contextOf = (scope: Scope, of: DraftOf) => `draft ${scope.actor} ${of.form} ${of.subjectId}`

/** Saves what was typed so far, in place of what was saved before; false when there is no such case for the one who acts. */
export async function saveDraft(
  scope: Scope,
  keyring: Keyring,
  of: DraftOf,
  values: Readonly<Record<string, string>>,
): Promise<boolean> {
  const key = await caseKeyOf(scope, keyring, of.caseId)
  if (!key) return false
  const sealed = seal(JSON.stringify(values), key, contextOf(scope, of))
  await scope.queries
    .insertInto('draft')
    .values({ form: of.form, subject_id: of.subjectId, case_id: of.caseId, sealed, saved_at: scope.now })
    .onConflict((conflict) =>
      conflict.columns(['author', 'form', 'subject_id']).doUpdateSet({ sealed, saved_at: scope.now }),
    )
    .execute()
  return true
}

/** What the one who acts had typed; null when nothing was saved, or the key that sealed it is gone. */
export async function draftOf(scope: Scope, keyring: Keyring, of: DraftOf): Promise<Draft | null> {
  const row = await draftRow(scope, of)
  const key = row && (await caseKeyOf(scope, keyring, of.caseId))
  if (!row || !key) return null
  try {
    const values = JSON.parse(open(row.sealed, key, contextOf(scope, of))) as Record<string, string>
    return { values, savedAt: row.saved_at }
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

const draftRow = (scope: Scope, of: DraftOf) =>
  scope.queries
    .selectFrom('draft')
    .select(['sealed', 'saved_at'])
    .where('author', '=', scope.actor)
    .where('form', '=', of.form)
    .where('subject_id', '=', of.subjectId)
    .where('case_id', '=', of.caseId)
    .executeTakeFirst()

/** Forgets a draft: it was saved for good, or its writer wants it no more. */
export async function dropDraft(scope: Scope, of: DraftOf): Promise<void> {
  await scope.queries
    .deleteFrom('draft')
    .where('author', '=', scope.actor)
    .where('form', '=', of.form)
    .where('subject_id', '=', of.subjectId)
    .execute()
}
