import type { CompiledStatistic } from '../compiled.ts'

/**
 * A count as the policy lets it be shown: rounded, and not at all (null) when it is so small that it might point at somebody. Nothing
 * may be added up over shown counts beside a hidden one: the sum would give it away.
 */
export function suppressedCount(count: number, rule: Pick<CompiledStatistic, 'threshold' | 'round'>): number | null {
  if (count < rule.threshold) return null
  return Math.max(rule.threshold, Math.round(count / rule.round) * rule.round)
}
