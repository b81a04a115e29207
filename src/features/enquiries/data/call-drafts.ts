import type { Scope } from '../../../platform/database/desk.ts'
import type { Keyring } from '../../../platform/files/keyring.ts'
import { openAlone, sealAlone } from '../../../platform/files/sealed-alone.ts'
import type { Id } from '../../../values/ids.ts'
import { nameOf } from '../domain/words.ts'

/** The name under which calls that were broken off stand among the drafts. */
const form = 'call'

/** What was typed, by field; several ticked boxes are a list. */
export type CallValues = Readonly<Record<string, string | readonly string[]>>

const contextOf = (scope: Scope, callId: Id) => `call ${scope.actor} ${callId}`

/** Keeps what was typed of a call so far, for its writer alone; it belongs to no case, so it is sealed with a key of its own. */
export async function saveCallDraft(scope: Scope, keyring: Keyring, callId: Id, values: CallValues): Promise<void> {
  const sealed = sealAlone(keyring, JSON.stringify(values), contextOf(scope, callId))
  await scope.queries
    .insertInto('draft')
    .values({ form, subject_id: callId, sealed, saved_at: scope.now })
    .onConflict((conflict) =>
      conflict.columns(['author', 'form', 'subject_id']).doUpdateSet({ sealed, saved_at: scope.now }),
    )
    .execute()
}

export interface UnfinishedCall {
  readonly id: Id
  readonly name: string
  readonly savedAt: Temporal.Instant
  readonly values: CallValues
}

/** Calls that the one who acts began to write down and did not save, the newest first; few, since each is somebody's to finish. */
export async function unfinishedCalls(scope: Scope, keyring: Keyring): Promise<UnfinishedCall[]> {
  const rows = await scope.queries
    .selectFrom('draft')
    .select(['subject_id', 'sealed', 'saved_at'])
    .where('author', '=', scope.actor)
    .where('form', '=', form)
    .orderBy('saved_at', 'desc')
    .limit(20)
    .execute()
  return rows.flatMap((row) => {
    const text = openAlone(keyring, row.sealed, contextOf(scope, row.subject_id))
    if (text === null) return []
    const values = JSON.parse(text) as CallValues
    const said = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
    const name = nameOf(said('given_name'), said('family_name'))
    return [{ id: row.subject_id, name, savedAt: row.saved_at, values }]
  })
}

/** Whether a call was saved for good: the enquiry bears its identifier. */
export async function isRecorded(scope: Scope, callId: Id): Promise<boolean> {
  const row = await scope.queries.selectFrom('enquiry').select('id').where('id', '=', callId).executeTakeFirst()
  return row !== undefined
}

/** Forgets a call that was saved for good, or that its writer does not want. */
export async function dropCallDraft(scope: Scope, callId: Id): Promise<void> {
  await scope.queries
    .deleteFrom('draft')
    .where('author', '=', scope.actor)
    .where('form', '=', form)
    .where('subject_id', '=', callId)
    .execute()
}
