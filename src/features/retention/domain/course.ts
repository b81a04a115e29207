import type { Clock, Standing } from './due.ts'
import { goesOn, later } from './due.ts'

/** How far a thing is on the way to its end, as it was written down. */
export interface Course {
  readonly status: 'deferred' | 'provisional' | 'review'
  readonly reasons: readonly string[]
  readonly dueOn: Temporal.PlainDate
  readonly waitUntil: Temporal.PlainDate | null
  readonly since: Temporal.Instant
}

/** What the sweep does with a thing today. */
export type Step =
  | { readonly do: 'nothing' }
  /** It is not due any more: opened again, or the policy keeps it longer now. */
  | { readonly do: 'putBack' }
  | { readonly do: 'defer'; readonly reasons: readonly string[]; readonly due: Temporal.PlainDate }
  | { readonly do: 'announce'; readonly due: Temporal.PlainDate; readonly waitUntil: Temporal.PlainDate }
  | { readonly do: 'review'; readonly since: Temporal.PlainDate }
  | { readonly do: 'destroy'; readonly due: Temporal.PlainDate }

const { compare } = Temporal.PlainDate
const sameReasons = (one: readonly string[], other: readonly string[]) => one.join() === other.join()

/** The next step of a thing, from where its clock stands, how far it was, and why it must stay. */
export function nextStep(
  today: Temporal.PlainDate,
  rule: Clock,
  standing: Standing,
  was: Course | null,
  reasons: readonly string[],
): Step {
  if (standing.clock === 'stopped') return lookedAt(today, standing.reviewOn, was)
  const { due, shownFrom } = standing
  if (compare(today, shownFrom) < 0) return was ? { do: 'putBack' } : { do: 'nothing' }
  if (reasons.length > 0) {
    const known = was?.status === 'deferred' && sameReasons(was.reasons, reasons) && was.dueOn.equals(due)
    return known ? { do: 'nothing' } : { do: 'defer', reasons, due }
  }
  if (was?.status !== 'provisional') return { do: 'announce', due, waitUntil: goesOn(due, today, rule) }
  const waitUntil = later(was.waitUntil ?? due, due)
  if (compare(today, waitUntil) >= 0) return { do: 'destroy', due }
  const known = was.dueOn.equals(due) && was.waitUntil?.equals(waitUntil)
  return known ? { do: 'nothing' } : { do: 'announce', due, waitUntil }
}

/** What has no running clock is looked at by a person when its time has come, and again after as long. */
function lookedAt(today: Temporal.PlainDate, reviewOn: Temporal.PlainDate, was: Course | null): Step {
  if (was && was.status !== 'review') return { do: 'putBack' }
  const next = was ? was.waitUntil : reviewOn
  // A review that waits for a person has no next day yet.
  if (next === null || compare(today, next) < 0) return { do: 'nothing' }
  return { do: 'review', since: reviewOn }
}
