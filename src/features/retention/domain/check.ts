import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** What ends as a whole and is shown before it goes. What is small (a draft, a count) ends by its age alone. */
export type Ending = 'case' | 'enquiry'

/** What is certified when it goes: those, and the card by which somebody was known again. */
export type Ended = Ending | 'returning' | 'person'

/** The thing that a check is asked about. */
export interface Candidate {
  readonly of: Ending
  readonly id: Id
  /** Since when its end has been shown; null when it has not been. */
  readonly shownSince: Temporal.Instant | null
}

/** One that is to be asked about; past its cap what is merely convenient no longer counts. */
export interface Asked extends Candidate {
  readonly pastCap: boolean
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
  /**
   * Those of the candidates, all of one kind, that must stay. Asked under `retention`, so it can see keys and states and nothing that a
   * person told us.
   */
  staying(scope: Scope, candidates: readonly Candidate[]): Promise<ReadonlySet<Id>>
}

/** Asks every check that concerns the candidates; by each the names of those for which it stays. Throws when none was there to ask. */
export async function reasonsToStay(
  checks: readonly RetentionCheck[],
  scope: Scope,
  of: Ending,
  candidates: readonly Asked[],
): Promise<ReadonlyMap<Id, readonly string[]>> {
  const reasons = new Map<Id, string[]>(candidates.map(({ id }) => [id, []]))
  if (candidates.length === 0) return reasons
  const concerned = checks.filter((check) => check.of.includes(of))
  if (concerned.length === 0) throw new Error(`nothing was checked before ending a ${of}`)
  for (const check of concerned) {
    const staying = await check.staying(scope, candidates)
    for (const { id, pastCap } of candidates) {
      if (staying.has(id) && !(pastCap && check.yieldsToCap)) reasons.get(id)?.push(check.name)
    }
  }
  return reasons
}
