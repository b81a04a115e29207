import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type CaseHead, caseHead, partiesOf, zoneNames } from '../../cases/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import type { PartyNames } from '../domain/next-step.ts'
import { factsFrom, milestonesOf } from './fact-reads.ts'

/** A case with how far it is and what its parties are called. */
export interface CaseState {
  readonly head: CaseHead
  readonly facts: CaseFacts
  readonly names: PartyNames
}

/** How far a case is; null when there is none for the one who asks. */
export async function stateOf(scope: Scope, caseId: Id): Promise<CaseState | null> {
  const [head, parties, milestones] = await Promise.all([
    caseHead(scope, caseId),
    partiesOf(scope, caseId),
    milestonesOf(scope, [caseId]),
  ])
  if (!head) return null
  const { a, b } = zoneNames(parties)
  return { head, facts: factsFrom(head, milestones), names: { A: a, B: b } }
}
