import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** What ends as a whole and is shown before it goes. What is small (a draft, a count) ends by its age alone. */
export type Ending = 'case' | 'enquiry'

/** What is certified when it goes: those, and the card by which somebody was known again. */
export type Ended = Ending | 'returning'

/** The thing that a check is asked about. */
export interface Candidate {
  readonly of: Ending
  readonly id: Id
  /** Since when its end has been shown; null when it has not been. */
  readonly shownSince: Temporal.Instant | null
}

/**
 * One reason for which something that is due may have to stay. Every check of the list is asked, when something is first due and once
 * more in the transaction that destroys it.
 */
export interface RetentionCheck {
  /** How the reason is written down: small letters and hyphens. */
  readonly name: string
  readonly of: readonly Ending[]
  /** What it means, to be read after "It stays because". */
  readonly words: string
  /** True for a reason that is about convenience and not about need: it cannot carry anything beyond the cap. */
  readonly yieldsToCap: boolean
  /** True when it must stay. Asked under `retention`, so it can see keys and states and nothing that a person told us. */
  stays(scope: Scope, candidate: Candidate): Promise<boolean>
}

/** Asks every check that concerns a candidate; the names of those for which it stays. Throws when none was there to ask. */
export async function reasonsToStay(
  checks: readonly RetentionCheck[],
  scope: Scope,
  candidate: Candidate,
  pastCap: boolean,
): Promise<string[]> {
  const concerned = checks.filter((check) => check.of.includes(candidate.of))
  if (concerned.length === 0) throw new Error(`nothing was checked before ending a ${candidate.of}`)
  const reasons: string[] = []
  for (const check of concerned) {
    const stays = await check.stays(scope, candidate)
    if (stays && !(pastCap && check.yieldsToCap)) reasons.push(check.name)
  }
  return reasons
}
