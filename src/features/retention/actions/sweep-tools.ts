import type { FileVault } from '../../../platform/files/file-vault.ts'
import type { ActJournal } from '../../../platform/journal/act-journal.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { type SweepRule, sweepRuleOf } from '../../../policy/enforcing/sweep-plan.ts'
import type { Ending, RetentionCheck } from '../domain/check.ts'

/** What the sweep works with. */
export interface SweepTools {
  readonly policy: CompiledPolicy
  readonly vault: Pick<FileVault, 'remove'>
  /** Outside the database, and in no backup of it. */
  readonly journal: ActJournal
  readonly checks: readonly RetentionCheck[]
  /** True where the clock is the machine's: a leap of it is asked about. The demonstration's clock may leap. */
  readonly asksAboutLeaps: boolean
}

/** The rule for what is shown before it ends. The check of the policy has seen that there is one for each. */
export function ruleFor(policy: CompiledPolicy, of: Ending): SweepRule & { readonly why: string } {
  const rule = sweepRuleOf(policy, of)
  if (!rule) throw new Error(`the policy does not say when a ${of} ends`)
  return { ...rule, why: policy.retention[rule.key]?.why ?? '' }
}
