import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { partiesOf } from '../../cases/index.ts'
import type { LegalQuality } from '../../files/index.ts'
import { dropDraft } from '../data/draft-store.ts'
import { miamDraft } from '../data/drafts-of-forms.ts'
import type { MiamDuty, Suitable } from '../domain/words.ts'
import { finishWriteUp, type RecordReason, recordRefusals, whyNotRecorded } from './whether-recorded.ts'

export interface MiamToRecord extends Readonly<Record<MiamDuty, string>> {
  readonly key: Id
  readonly caseId: Id
  /** Whose MIAM it was: that party's zone. */
  readonly side: 'A' | 'B'
  readonly appointmentId: Id | null
  readonly legalQuality: LegalQuality
  readonly heldOn: Temporal.PlainDate
  readonly suitable: Suitable
  /** Keys of the ways out of court of which the person was told. */
  readonly waysTold?: readonly string[]
  /** Keys of the exemptions that the person says they have; nothing is certified of them. */
  readonly exemptionsClaimed?: readonly string[]
}

/**
 * Records what a mediator did at one party's MIAM (Family Procedure Rules 2010, rule 3.9(2)(a), (b), (e) and (f)). The two assessments
 * of risk, (c) and (d), are an act of their own, since they serve a purpose of their own: see `recordScreening`.
 */
export function recordMiam(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: MiamToRecord,
): Promise<Outcome<Answer, RecordReason>> {
  const { key, caseId, side } = input
  const deed = { purpose: 'mediation', deed: 'miam.recorded', key, caseId, refusals: recordRefusals } as const
  return desk.act<RecordReason>(actor, deed, async (scope) => {
    const reason = await whyNotRecorded(scope, caseId)
    if (reason) return refused(reason)
    const party = (await partiesOf(scope, caseId)).find((it) => it.side === side)
    if (!party) return refused('case.missing')
    const id = newId()
    scope.about({ subjectId: id })
    await scope.queries
      .insertInto('miam_record')
      .values({
        id,
        case_id: caseId,
        party_id: party.partyId,
        appointment_id: input.appointmentId,
        zone: side,
        legal_quality: input.legalQuality,
        held_on: input.heldOn.toString(),
        information_given: input.information_given,
        benefits_explained: input.benefits_explained,
        way_suited: input.way_suited,
        how_to_proceed: input.how_to_proceed,
        suitable: input.suitable,
        ways_told: JSON.stringify(input.waysTold ?? []),
        exemptions_claimed: JSON.stringify(input.exemptionsClaimed ?? []),
      })
      .execute()
    await dropDraft(scope, miamDraft(caseId, side))
    await finishWriteUp(scope, caseId, input.appointmentId)
    return done({ miamId: id })
  })
}
