import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { StepsOf } from '../../cases/index.ts'
import { type NextStep, nextStep } from '../domain/next-step.ts'
import { stateOf } from './case-state.ts'
import { factsOf } from './fact-reads.ts'

/** A first name is enough in a list: the whole names stand beside it. */
const firstName = (name: string | undefined, side: string) => name?.split(' ')[0] ?? `Party ${side}`

/** What comes next in each case of a list, in one statement. */
export const stepsOf: StepsOf = async (scope, cases) => {
  const facts = await factsOf(scope, cases)
  return new Map(
    cases.flatMap((it) => {
      const found = facts.get(it.id)
      const name = (side: 'A' | 'B') => firstName(it.parties.find((party) => party.side === side)?.name, side)
      return found ? [[it.id, nextStep(found, { A: name('A'), B: name('B') })] as const] : []
    }),
  )
}

/** What comes next in one case; null when there is none for the one who asks. */
export async function stepOf(scope: Scope, caseId: Id): Promise<NextStep | null> {
  const state = await stateOf(scope, caseId)
  return state && nextStep(state.facts, state.names)
}
