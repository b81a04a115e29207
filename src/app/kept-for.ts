import { type CompiledPolicy, sweepRuleOf } from '../policy/index.ts'
import type { Aggregate } from '../policy/vocabulary.ts'

/** How long something is kept, as an ISO duration. */
export function keptFor(policy: CompiledPolicy, aggregate: Aggregate): string {
  const rule = sweepRuleOf(policy, aggregate)
  if (!rule) throw new Error(`the policy does not say how long a ${aggregate} is kept`)
  return rule.keep
}

/** What an import asks of the policy. */
export const keptTimes = (policy: CompiledPolicy) => ({
  keepsClosed: keptFor(policy, 'case'),
  keepsImports: keptFor(policy, 'import'),
})
