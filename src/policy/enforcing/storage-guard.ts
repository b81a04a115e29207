import type { CompiledPolicy, CompiledStorage } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import { spanInDays } from '../prose/words.ts'
import type { Area } from '../vocabulary.ts'

/** What may be stored in a browser, under which choice, and for how long. */
export interface StorageRule {
  readonly key: string
  readonly name: string
  readonly medium: 'cookie' | 'local' | 'session'
  readonly use: string
  /** The exception of the law, or the consent that must have been given first. */
  readonly under: { readonly exception: string } | { readonly consent: string }
  /** Null for what goes when the browser closes. Never longer than the policy says, whatever the months' lengths. */
  readonly maxAgeSeconds: number | null
  readonly maxAge: string
  readonly areas: readonly Area[]
}

const secondsOf = (maxAge: string): number | null =>
  maxAge === 'browserClose' ? null : Math.floor(spanInDays(maxAge).least * 86_400)

const ruleOf = (key: string, item: CompiledStorage): StorageRule => ({
  key,
  name: item.name,
  medium: item.medium,
  use: item.use,
  under: typeof item.need === 'string' ? { exception: item.need } : { consent: item.need.consent },
  maxAgeSeconds: secondsOf(item.maxAge),
  maxAge: item.maxAge,
  areas: item.areas,
})

/** Every item that may be stored. What is not here may not be. */
export const storageGuard = (policy: CompiledPolicy): StorageRule[] =>
  entriesOf(policy.storage).map(([key, item]) => ruleOf(key, item))

/** Whether an item may be stored in an area, given the consents that hold in this browser. */
export const mayStore = (policy: CompiledPolicy, name: string, area: Area, consents: ReadonlySet<string>): boolean =>
  storageGuard(policy).some(
    (rule) =>
      rule.name === name &&
      rule.areas.includes(area) &&
      ('exception' in rule.under || consents.has(rule.under.consent)),
  )
