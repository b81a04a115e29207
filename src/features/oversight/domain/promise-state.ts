import type { LiveCheck, StoredResult } from './live-check.ts'
import { type PromiseId, promiseTitles } from './promise-list.ts'

/** One promise's test as it was last run. */
export interface TestRun {
  readonly promise: string
  readonly name: string
  readonly passed: boolean
}

/** What `npm test` wrote down when it last ran to its end. */
export interface TestRecord {
  /** ISO instant. */
  readonly at: string
  /** The commit that was tried; null where that was not known. */
  readonly commit: string | null
  readonly tests: readonly TestRun[]
}

/** `holds`: tried or looked at, and good. `notYet`: nothing enforces it. `notKnown`: it is enforced, and nobody has looked. */
export type PromiseStanding = 'holds' | 'fails' | 'notYet' | 'notKnown'

export interface PromiseState {
  readonly id: PromiseId
  readonly title: string
  readonly state: PromiseStanding
  /** Clauses of the policy that carry it. */
  readonly clauses: readonly string[]
  readonly tests: readonly TestRun[]
  readonly checks: readonly (LiveCheck & { readonly result: StoredResult | null })[]
  /** When it was last seen to hold, by a check or by a test. */
  readonly heldAt: Temporal.Instant | null
}

export interface PromiseFacts {
  readonly clauses: Readonly<Record<string, readonly string[]>>
  /** Clauses of which the software does nothing yet. */
  readonly planned: ReadonlySet<string>
  readonly record: TestRecord | null
  readonly checks: readonly LiveCheck[]
  readonly results: ReadonlyMap<string, StoredResult>
}

/** How every promise stands. What nothing enforces is never good. */
export const promiseStates = (facts: PromiseFacts): PromiseState[] =>
  (Object.keys(promiseTitles) as PromiseId[]).map((id) => stateOf(id, facts))

function stateOf(id: PromiseId, facts: PromiseFacts): PromiseState {
  const clauses = facts.clauses[id] ?? []
  const tests = facts.record?.tests.filter((it) => it.promise === id) ?? []
  const checks = facts.checks
    .filter((it) => it.promises.includes(id))
    .map((it) => ({ ...it, result: facts.results.get(it.key) ?? null }))
  const waits = clauses.length > 0 && clauses.every((it) => [...facts.planned].some((path) => it.startsWith(path)))
  return {
    ...{ id, title: promiseTitles[id], clauses, tests, checks },
    state: standing({ tests, checks, waits, hasRecord: facts.record !== null }),
    heldAt: lastHeld(tests, checks, facts.record),
  }
}

function standing(facts: {
  readonly tests: PromiseState['tests']
  readonly checks: PromiseState['checks']
  readonly waits: boolean
  readonly hasRecord: boolean
}): PromiseStanding {
  const { tests, checks } = facts
  const seen = checks.filter((it) => it.result !== null && it.result.state !== 'unknown')
  if (seen.some((it) => it.result?.state === 'fails') || tests.some((it) => !it.passed)) return 'fails'
  if (facts.waits) return 'notYet'
  if (tests.length > 0) return checks.length > seen.length ? 'notKnown' : 'holds'
  // A check sees that things stand well now; that they must, a test alone shows.
  return facts.hasRecord && checks.length === 0 ? 'notYet' : 'notKnown'
}

function lastHeld(
  tests: PromiseState['tests'],
  checks: PromiseState['checks'],
  record: TestRecord | null,
): Temporal.Instant | null {
  const times = checks.flatMap(({ result }) => (result?.heldAt ? [result.heldAt] : []))
  if (record && tests.length > 0 && tests.every((it) => it.passed)) times.push(Temporal.Instant.from(record.at))
  return times.toSorted(Temporal.Instant.compare).at(-1) ?? null
}
