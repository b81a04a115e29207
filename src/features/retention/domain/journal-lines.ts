import type { ErasureIntent } from '../../../platform/journal/act-lines.ts'
import type { Ended } from './check.ts'

/** Written and on disk before the first row goes: what is about to be destroyed, by identifiers, and by which rule. No names. */
export type Intent = ErasureIntent & {
  readonly of: Ended
  readonly policyHash: string
  readonly dueOn: string
  readonly counts: Readonly<Record<string, number>>
}
