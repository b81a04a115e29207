import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type ListedCase, listCases } from '../../cases/index.ts'
import { gapsOf, type Held } from '../domain/file-standards.ts'
import { factsOf } from './fact-reads.ts'

export interface FileWithGaps {
  readonly it: ListedCase
  readonly gaps: readonly Held[]
}

/** As many live cases are looked through, the newest first: those of a service of this size are fewer. */
const mostLookedAt = 500

const nameOf = (it: ListedCase, side: 'A' | 'B') => it.parties.find((party) => party.side === side)?.name ?? side

/** Live cases in whose file something is missing by now; of one mediator or of all. */
export async function filesWithGaps(scope: Scope, mediatorId?: Id): Promise<FileWithGaps[]> {
  const cases = await listCases(scope, { status: 'live', mediatorId, limit: mostLookedAt })
  const facts = await factsOf(scope, cases)
  return cases.flatMap((it) => {
    const found = facts.get(it.id)
    const gaps = found ? gapsOf(found, { A: nameOf(it, 'A'), B: nameOf(it, 'B') }) : []
    return gaps.length > 0 ? [{ it, gaps }] : []
  })
}
