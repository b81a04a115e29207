import type { Scope } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { addConsentEvent, type ConsentAct, type ConsentChannel, latestConsent } from '../data/consent-ledger.ts'
import { consentOf } from '../domain/wording.ts'

export interface RecordedChoice {
  readonly subjectId: Id
  /** The scope's name in the policy, such as `emailContact`. */
  readonly scope: string
  readonly act: ConsentAct
  readonly channel: ConsentChannel
}

/**
 * Adds what somebody said to the ledger, within the caller's transaction and bound to the words and the policy of that moment. A
 * consent that the policy does not ask for is refused. A withdrawal is accepted always, also under a scope that the policy has
 * dropped since, or that was never given (UK GDPR Article 7(3)).
 */
export async function recordChoice(
  scope: Scope,
  policy: CompiledPolicy,
  choice: RecordedChoice,
): Promise<Outcome<null, 'not_asked'>> {
  const asked = consentOf(policy, choice.scope)
  if (!asked && choice.act !== 'withdrawn') return refused('not_asked')
  const words = asked ? asked.wordingHash : await formerWords(scope, choice)
  await addConsentEvent(scope, choice.subjectId, {
    scope: choice.scope,
    act: choice.act,
    channel: choice.channel,
    wordingHash: words,
    policyHash: policy.hash,
  })
  if (choice.act !== 'given')
    await recordLifeEvent(scope, { aggregate: 'consent', id: choice.subjectId, event: 'consent.ended' })
  return done(null)
}

const formerWords = async (scope: Scope, choice: RecordedChoice) =>
  (await latestConsent(scope, choice.subjectId, choice.scope))?.wordingHash ?? 'none'
