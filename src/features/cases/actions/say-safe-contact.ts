import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import {
  addSafeContact,
  contactPointsOf,
  isTold,
  nothingSaid,
  type SafeContact,
  type SafeContactChange,
  safeContactOf,
  setSafety,
} from '../../people/index.ts'
import { partiesOf } from '../data/case-reads.ts'

/** `changed_meanwhile`: somebody else wrote on the card after it was read. */
export type CardRefusal = 'no_such' | 'held' | 'changed_meanwhile'

/** Writes on a party's card how it is safe to reach them. Obeyed by all that is sent after this. */
export function saySafeContact(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly personId: Id; readonly change: SafeContactChange },
) {
  const { key, caseId, personId, change } = input
  const refusals = { safe_contact_version: 'changed_meanwhile', case_held: 'held' } as const
  const deed = { purpose: 'booking', deed: 'contact.card-written', key, caseId, refusals } as const
  return desk.act<CardRefusal>(actor, deed, async (scope) => {
    if (!(await partiesOf(scope, caseId)).some((it) => it.personId === personId)) return refused('no_such')
    const before = await safeContactOf(scope, personId)
    await addSafeContact(scope, personId, change)
    if (change.saidBy === 'self') await callSafe(scope, personId, before ?? nothingSaid, change)
    return done({ caseId })
  })
}

const kinds = { email: 'email', telephone: 'telephone', letter: 'address' } as const

/**
 * Who says that a channel is safe means the detail that we hold: where there is just one of their own that nobody had asked about, it
 * is called safe. Of several, each is asked about by itself.
 */
async function callSafe(scope: Scope, personId: Id, before: SafeContact, now: SafeContact): Promise<void> {
  const newly = (channel: keyof SafeContact) => now[channel] === 'safe' && before[channel] !== 'safe'
  const points = (await contactPointsOf(scope, personId)).filter((it) => !isTold(it))
  for (const channel of ['email', 'telephone', 'letter'] as const) {
    const [only, ...more] = points.filter((it) => it.kind === kinds[channel])
    if (!only || more.length > 0) continue
    const ring = newly(channel) && only.safety === 'not_asked' ? 'safe' : only.safety
    const leave = channel === 'telephone' && newly('voicemail') && only.voicemailSafety === 'not_asked'
    const voicemail = leave ? 'safe' : only.voicemailSafety
    if (ring !== only.safety || voicemail !== only.voicemailSafety) await setSafety(scope, only.id, ring, voicemail)
  }
}
