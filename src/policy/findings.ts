import type { Classification } from './classification.ts'
import type { Draft } from './draft.ts'

/** Something wrong with a policy: which rule, at which clause (`retention.clientFile.keep`), in words for a manager. */
export interface Finding {
  readonly rule: RuleId
  readonly clause: string
  readonly says: string
}

export type RuleId = `N${number}`

/** One rule of the check. Pure: the same policy and classification give the same findings. */
export interface Rule {
  readonly id: RuleId
  readonly title: string
  readonly find: (policy: Draft, classification?: Classification) => readonly Fault[]
}

/** A finding before its rule's identifier is put to it. */
export interface Fault {
  readonly clause: string
  readonly says: string
}

export const fault = (clause: string, says: string): Fault => ({ clause, says })

/** The entries of a part of the policy that are there. */
export const entriesOf = <Value>(part: Readonly<Record<string, Value | undefined>>): [string, Value][] =>
  Object.entries(part).filter((entry): entry is [string, Value] => entry[1] !== undefined)
