import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { gateTable } from '../../../policy/enforcing/gate-table.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { agreementFault, groundsOf, type Recipient } from '../domain/judge.ts'

export interface GateTools {
  readonly policy: CompiledPolicy
}

/** Whom a colleague can tell something under a purpose: those whom the policy names for it, and on what ground. */
export const recipientsFor = (policy: CompiledPolicy, purpose: PurposeKey): Recipient[] =>
  gateTable(policy).filter((row) => row.flows.some((it) => it.purpose === purpose) && groundsOf(row).length > 0)

/** The same as a form offers them on a day (ISO date): of those who work for us, whom a current agreement binds. */
export const recipientsOffered = (policy: CompiledPolicy, purpose: PurposeKey, today: string): Recipient[] =>
  recipientsFor(policy, purpose).filter((it) => it.kind !== 'processor' || !agreementFault(it.agreement, today))

export const recipientNamed = (policy: CompiledPolicy, purpose: PurposeKey, name: string): Recipient | null =>
  recipientsFor(policy, purpose).find((it) => it.recipient === name) ?? null
