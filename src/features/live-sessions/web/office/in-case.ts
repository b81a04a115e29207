import type { Scope } from '../../../../platform/database/desk.ts'
import type { Reply, StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { Id } from '../../../../values/ids.ts'
import { type CaseHead, caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import type { ZoneNames } from '../../../files/index.ts'

export type OfficeRequest = StaffRequest<PurposeKey>

export const notFound: Reply = { notFound: true }

/** What every address of a session shares. */
export const base = { area: 'office', purpose: 'mediation', entry: 'purpose' } as const

export interface InCase {
  readonly head: CaseHead
  readonly names: ZoneNames
}

/** A case as its pages show it; null when there is none for the one who asks. */
export async function inCase(scope: Scope, caseId: Id): Promise<InCase | null> {
  const [head, parties] = await Promise.all([caseHead(scope, caseId), partiesOf(scope, caseId)])
  return head && { head, names: zoneNames(parties) }
}
