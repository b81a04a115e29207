import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { partiesOf } from '../../cases/index.ts'
import { whyNotRecorded } from '../../sessions/index.ts'
import type { SignedHow } from '../domain/words.ts'

export interface AgreementToRecord {
  readonly key: Id
  readonly caseId: Id
  readonly side: 'A' | 'B'
  readonly version: string
  readonly signedOn: Temporal.PlainDate
  readonly signedHow: SignedHow
}
export type AgreementReason = 'case.missing' | 'case.closed' | 'agreement.recorded'

/** Records that one party signed the agreement to mediate. The other's is recorded apart: each signs alone. */
export function recordAgreement(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: AgreementToRecord,
): Promise<Outcome<Answer, AgreementReason>> {
  const { key, caseId, side } = input
  const refusals = { agreement_to_mediate_once: 'agreement.recorded' } as const
  const deed = { purpose: 'mediation', deed: 'agreement.recorded', key, caseId, refusals } as const
  return desk.act<AgreementReason>(actor, deed, async (scope) => {
    const reason = await whyNotRecorded(scope, caseId)
    if (reason) return refused(reason)
    const party = (await partiesOf(scope, caseId)).find((it) => it.side === side)
    if (!party) return refused('case.missing')
    const id = newId()
    await scope.queries
      .insertInto('agreement_to_mediate')
      .values({
        id,
        case_id: caseId,
        party_id: party.partyId,
        zone: side,
        version: input.version,
        signed_on: input.signedOn.toString(),
        signed_how: input.signedHow,
      })
      .execute()
    return done({ agreementId: id })
  })
}
