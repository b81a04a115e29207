import type { CompiledPolicy } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import type { Aggregate, EventKey, PurposeKey } from '../vocabulary.ts'
import { activePurposes } from './active.ts'

/** How one aggregate ends. Durations are ISO 8601 and of the calendar: add them to a date, do not turn them into days. */
export interface SweepRule {
  readonly key: string
  readonly aggregate: Aggregate
  readonly title: string
  readonly from: EventKey
  readonly keep: string
  /** The latest end, counted from the first such event, however often the clock starts again; null when it cannot. */
  readonly cap: string | null
  readonly reopen: 'restart' | 'continue'
  readonly noAnchor: { readonly after: string; readonly then: 'review' }
  readonly waiting: string
  /** The active purposes that hold records by this rule. */
  readonly purposes: readonly PurposeKey[]
}

/** One rule for each aggregate of which the policy speaks, planned or not: what is there must end. */
export const sweepPlan = (policy: CompiledPolicy): SweepRule[] =>
  entriesOf(policy.retention).map(([key, rule]) => ({
    key,
    aggregate: rule.of,
    title: rule.title,
    from: rule.from,
    keep: rule.keep,
    cap: rule.cap ?? null,
    reopen: rule.reopen,
    noAnchor: rule.noAnchor,
    waiting: rule.waiting,
    purposes: activePurposes(policy)
      .filter((purpose) => purpose.retention.includes(key))
      .map((purpose) => purpose.key),
  }))

/** The rule by which an aggregate ends; undefined when the policy has none. A policy in force does not change, and each page of a case asks. */
export function sweepRuleOf(policy: CompiledPolicy, aggregate: Aggregate): SweepRule | undefined {
  const known = plans.get(policy) ?? sweepPlan(policy)
  plans.set(policy, known)
  return known.find((rule) => rule.aggregate === aggregate)
}
const plans = new WeakMap<CompiledPolicy, readonly SweepRule[]>()
