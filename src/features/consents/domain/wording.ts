import { createHash } from 'node:crypto'
import type { CompiledConsent, CompiledPolicy } from '../../../policy/compiled.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What the policy asks under a scope; null when it asks nothing of the kind. */
export const consentOf = (policy: CompiledPolicy, scope: string): CompiledConsent | null =>
  Object.hasOwn(policy.consents, scope) ? (policy.consents[scope] ?? null) : null

/** SHA-256 of the words that a person saw, in hexadecimal: a consent holds for these words and no others. */
export const wordingHash = (consent: Pick<CompiledConsent, 'wording'>): string => sha256(consent.wording)

/** The scope without which nobody is written to by e-mail, with its words; null when the policy asks for none. */
export function emailScope(policy: CompiledPolicy): { readonly scope: string; readonly wording: string } | null {
  const found = Object.entries(policy.consents).find(([, consent]) => consent.opens === 'email')
  return found ? { scope: found[0], wording: found[1].wording } : null
}

/** The fingerprint of several wordings that are asked together. */
export const jointWordingHash = (wordings: readonly string[]): string => sha256(wordings.join('\n'))
