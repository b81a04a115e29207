import type { Journal } from '../../../platform/journal/journal.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ended } from './check.ts'

/** Written and on disk before the first row goes: what is about to be destroyed, by identifiers, and by which rule. No names. */
export interface Intent {
  readonly line: 'intent'
  readonly intent: Id
  readonly at: string
  readonly of: Ended
  readonly id: Id
  readonly rule: string
  readonly policyHash: string
  readonly dueOn: string
  /** Identifiers of rows by table, so that the same can be destroyed again in a database that was restored. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  readonly counts: Readonly<Record<string, number>>
  readonly files: readonly string[]
  readonly [more: string]: unknown
}

/** What became of an intent: `kept` when its transaction came to nothing. */
export interface IntentOutcome {
  readonly line: 'outcome'
  readonly intent: Id
  readonly at: string
  readonly result: 'destroyed' | 'kept'
  readonly files: number
  readonly [more: string]: unknown
}

export type ErasureLine = Intent | IntentOutcome
export type ErasureJournal = Journal<ErasureLine>

/** The intents of which no outcome was written: the process ended between the two. */
export function unsettled(lines: readonly ErasureLine[]): Intent[] {
  const settled = new Set(lines.flatMap((line) => (line.line === 'outcome' ? [line.intent] : [])))
  return lines.flatMap((line) => (line.line === 'intent' && !settled.has(line.intent) ? [line] : []))
}
