import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { type ConsentScopeRule, consentScopes } from '../../../policy/enforcing/consent-scopes.ts'

/** What the policy asks under a scope now; null when it asks nothing of the kind. */
export const consentOf = (policy: CompiledPolicy, scope: string): ConsentScopeRule | null =>
  consentScopes(policy).find((it) => it.scope === scope) ?? null

/** The consent without which nobody is written to by e-mail; null when the policy asks for none. */
export const emailConsent = (policy: CompiledPolicy): ConsentScopeRule | null =>
  consentScopes(policy).find((it) => it.opens === 'email') ?? null
