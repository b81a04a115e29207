import type { Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { addConsentSubject, type ConsentHolder, consentSubjectOf } from '../data/consent-ledger.ts'
import { emailConsent } from '../domain/wording.ts'
import { recordChoice } from './record-choice.ts'

/**
 * Records within the caller's transaction that somebody does not want e-mail any more: accepted always, as easily as it was given
 * (UK GDPR Article 7(3)). The caller ends or calls unsafe the mailboxes, which is what every sending asks.
 */
export async function withdrawEmail(scope: Scope, policy: CompiledPolicy, holder: ConsentHolder): Promise<void> {
  const asked = emailConsent(policy)
  if (!asked) return
  if ('personId' in holder) {
    const { scope: key, wordingHash: wording } = asked
    const taken = { personId: holder.personId, scope: key, wording, policyHash: policy.hash }
    await scope.announce({ act: 'withdrawal', consents: [taken] })
  }
  const subjectId = (await consentSubjectOf(scope, holder)) ?? (await addConsentSubject(scope, holder))
  await recordChoice(scope, policy, { subjectId, scope: asked.scope, act: 'withdrawn', channel: 'office' })
}
