import { type CompiledPolicy, sweepRuleOf } from '../policy/index.ts'
import type { Aggregate, CategoryKey } from '../policy/vocabulary.ts'
import { classification } from './classification.ts'

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

/** How long the card of an ended file is kept; null where nothing that is done today keeps one. */
export function keepsCards(policy: CompiledPolicy): string | null {
  const rule = sweepRuleOf(policy, 'returning')
  return rule?.purposes.includes('returningClient') ? rule.keep : null
}

/** The kinds of data that a file may hold, as they are called in the policy. */
export function kindsOfFile(policy: CompiledPolicy): { readonly key: string; readonly title: string }[] {
  const tables = Object.values(classification).filter((it) => it.of === 'case')
  const keys = tables.flatMap(({ columns }) =>
    Object.values(columns).flatMap((it) => (it.kind === 'personal' ? [it.category] : [])),
  )
  return [...new Set<CategoryKey>(keys)]
    .map((key) => ({ key, title: policy.categories[key]?.title ?? key }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'))
}
