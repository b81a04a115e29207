import { hashOf } from '../canonical.ts'
import type { CompiledPolicy } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import type { PurposeKey } from '../vocabulary.ts'

/** What a person may agree to. A ledger entry bears the hash of the words that they saw. */
export interface ConsentScopeRule {
  readonly scope: string
  readonly purpose: PurposeKey
  readonly title: string
  readonly wording: string
  /** SHA-256 of the wording, in hexadecimal. New words are a new question. */
  readonly wordingHash: string
  /** Bound to a person, or counted by day without an identifier. */
  readonly ledger: 'perPerson' | 'countsOnly'
  /** A way of reaching people that stays shut without it. */
  readonly opens: 'email' | null
  readonly withdrawal: { readonly stops: string; readonly continues: string }
}

/** The consents that may be asked for now: those of active purposes. */
export const consentScopes = (policy: CompiledPolicy): ConsentScopeRule[] =>
  entriesOf(policy.consents)
    .filter(([, scope]) => policy.purposes[scope.purpose]?.state === 'active')
    .map(([key, scope]) => ({
      scope: key,
      purpose: scope.purpose,
      title: scope.title,
      wording: scope.wording,
      wordingHash: hashOf(scope.wording),
      ledger: scope.ledger,
      opens: scope.opens ?? null,
      withdrawal: scope.withdrawal,
    }))
