import type { Agreement, CompiledPolicy, CompiledRecipient } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import type { RecipientKind } from '../language/clauses.ts'
import type { Gate } from '../language/gates.ts'
import type { CategoryKey, PurposeKey } from '../vocabulary.ts'
import { activePurposes } from './active.ts'

/** What must be true before a recipient gets anything, and what it can get at all. */
export interface GateRow {
  readonly recipient: string
  readonly name: string
  readonly kind: RecipientKind
  readonly country: string
  readonly safeguard: 'adequacy' | 'transferAgreement' | null
  readonly gate: Gate
  readonly agreement: Agreement | null
  /** A disclosure that the person concerned must not be told of. */
  readonly hidden: 'tippingOff' | null
  /** Where its own notice stands, for whoever is asked whether they agree. */
  readonly notice: string | null
  /** For the other party: what a named act may pass on, and what stays back whatever the act. */
  readonly passes: readonly CategoryKey[]
  readonly withholds: readonly CategoryKey[]
  readonly flows: readonly GateFlow[]
}

export interface GateFlow {
  readonly purpose: PurposeKey
  readonly categories: readonly CategoryKey[]
}

const mayGo = (recipient: CompiledRecipient, category: CategoryKey): boolean =>
  !recipient.withholds.includes(category) && (recipient.kind !== 'party' || recipient.passes.includes(category))

/** Every recipient with its gate. Nothing leaves for anybody who is not here, nor under a purpose that does not name them. */
export const gateTable = (policy: CompiledPolicy): GateRow[] =>
  entriesOf(policy.recipients).map(([key, recipient]) => ({
    recipient: key,
    name: recipient.name,
    kind: recipient.kind,
    country: recipient.country,
    safeguard: recipient.safeguard ?? null,
    gate: recipient.gate,
    agreement: recipient.agreement ?? null,
    hidden: recipient.hidden ?? null,
    notice: recipient.notice ?? null,
    passes: recipient.passes,
    withholds: recipient.withholds,
    flows: activePurposes(policy)
      .filter((purpose) => purpose.recipients.includes(key))
      .map((purpose) => ({
        purpose: purpose.key,
        categories: [...new Set([...purpose.reads, ...purpose.writes])].filter((each) => mayGo(recipient, each)),
      })),
  }))
