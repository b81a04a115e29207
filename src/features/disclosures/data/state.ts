import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { Id } from '../../../values/ids.ts'
import { type PartyOfCase, partiesOf } from '../../cases/index.ts'
import { consentSubjectOf, latestConsent } from '../../consents/index.ts'
import { type CaseDocument, filesOf } from '../../files/index.ts'
import type { PieceOfFile } from '../domain/disclosure.ts'
import type { Recipient, State } from '../domain/judge.ts'
import { objectingOf } from './disclosure-reads.ts'

export const pieceOf = (document: CaseDocument): PieceOfFile => ({
  ...{ id: document.id, name: document.name, zone: document.zone, quality: document.legalQuality },
  released: document.status === 'released',
})

/** The consent scope that a gate asks for; null when it asks for none. */
export const scopeOfGate = (row: Recipient | null): string | null => {
  if (row?.gate.opens === 'withConsent') return row.gate.scope
  return row?.gate.opens === 'bothOrCourt' ? 'sharing' : null
}

/** Which parties have said yes under a scope and not taken it back. */
export async function agreedIn(
  scope: Scope,
  parties: readonly PartyOfCase[],
  consentScope: string | null,
): Promise<('A' | 'B')[]> {
  if (consentScope === null) return []
  const said = await Promise.all(
    parties.map(async ({ personId, side }) => {
      const subject = await consentSubjectOf(scope, { personId })
      const latest = subject && (await latestConsent(scope, subject, consentScope))
      return latest?.act === 'given' ? side : null
    }),
  )
  return said.filter((it) => it !== null)
}

interface Asked {
  readonly policy: CompiledPolicy
  readonly caseId: Id
  readonly recipient: Recipient | null
  readonly fileIds: readonly Id[]
  readonly concernDecided: boolean
}

/** How things stand now. A document that is not of this case counts as one that was not released. */
export async function stateNow(scope: Scope, asked: Asked): Promise<State> {
  const { caseId, fileIds, recipient } = asked
  const parties = await partiesOf(scope, caseId)
  const files = fileIds.length > 0 ? (await filesOf(scope, caseId)).map(pieceOf) : []
  const unknown = (id: Id): PieceOfFile => ({ id, name: '', zone: 'office', quality: 'open', released: false })
  return {
    today: dayOf(scope.now).toString(),
    files: fileIds.map((id) => files.find((it) => it.id === id) ?? unknown(id)),
    agreed: await agreedIn(scope, parties, scopeOfGate(recipient)),
    objecting: await objectingOf(scope, caseId),
    // Whoever is kept and not used is not shown to a purpose that uses.
    restricted: (['A', 'B'] as const).filter((side) => !parties.some((it) => it.side === side)),
    concernDecided: asked.concernDecided,
  }
}
