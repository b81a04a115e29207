import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { PromiseId } from './promise-list.ts'

/** How something stood when it was looked at. `words` are counts and states, never about a person. */
export interface CheckResult {
  readonly state: 'holds' | 'fails' | 'unknown'
  readonly words: string
  /** How many things do not hold. */
  readonly found?: number
}

/** How a check stood last, and when it was last seen to hold. */
export interface StoredResult {
  readonly state: CheckResult['state']
  readonly words: string
  readonly checkedAt: Temporal.Instant
  readonly heldAt: Temporal.Instant | null
}

/** Something that can be looked at in the running service to see that promises hold. */
export interface LiveCheck {
  readonly key: string
  /** What holds when it is good. */
  readonly title: string
  readonly promises: readonly PromiseId[]
  /** Where one looks closer; null when there is nothing more to see. */
  readonly href: string | null
  run(desk: Desk<PurposeKey>): Promise<CheckResult>
}

export const holds = (words: string): CheckResult => ({ state: 'holds', words })
export const fails = (words: string, found = 1): CheckResult => ({ state: 'fails', words, found })
export const unknown = (words: string): CheckResult => ({ state: 'unknown', words })

/** Good when nothing was found; `many` says how many were. */
export const noneOf = (count: number, good: string, many: (count: number) => string): CheckResult =>
  count === 0 ? holds(good) : fails(many(count), count)
