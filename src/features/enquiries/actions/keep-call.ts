import type { Desk } from '../../../platform/database/desk.ts'
import type { Keyring } from '../../../platform/files/keyring.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { type CallValues, dropCallDraft, isRecorded, saveCallDraft } from '../data/call-drafts.ts'

/** Keeps what is typed while somebody speaks. Each time has a request key of its own: the form's is for saving for good. */
export function keepCall(
  desk: Desk<PurposeKey>,
  keyring: Keyring,
  actor: Id,
  input: { readonly callId: Id; readonly values: CallValues },
) {
  return desk.act(actor, { purpose: 'enquiries', deed: 'draft.saved', key: newId() }, async (scope) => {
    // A page that was gone back to still saves as it is left: what is recorded already is no draft.
    if (!(await isRecorded(scope, input.callId))) await saveCallDraft(scope, keyring, input.callId, input.values)
    return done({})
  })
}

/** Throws away what was typed of a call, as its writer wishes. */
export function discardCall(desk: Desk<PurposeKey>, actor: Id, input: { readonly key: Id; readonly callId: Id }) {
  return desk.act(actor, { purpose: 'enquiries', deed: 'draft.discarded', key: input.key }, async (scope) => {
    await dropCallDraft(scope, input.callId)
    return done({})
  })
}
