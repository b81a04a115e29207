import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { partiesOf } from '../../cases/index.ts'
import { dropDraft } from '../data/draft-store.ts'
import { screeningDraft } from '../data/drafts-of-forms.ts'

export interface ScreeningToRecord {
  readonly key: Id
  readonly caseId: Id
  readonly miamId: Id
  readonly side: 'A' | 'B'
  readonly abuseRisk: string
  readonly childRisk: string
}
export type ScreeningReason = 'miam.missing' | 'screening.recorded'

/**
 * Records the two assessments of risk of a MIAM (Family Procedure Rules 2010, rule 3.9(2)(c) and (d)). They are made for the purpose
 * `screening`, which nobody but mediators and supervisors acts under and which reads nothing else of the file.
 */
export function recordScreening(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: ScreeningToRecord,
): Promise<Outcome<Answer, ScreeningReason>> {
  const { key, caseId, miamId } = input
  const refusals = { screening_once: 'screening.recorded', screening_of_miam: 'miam.missing' } as const
  const deed = { purpose: 'screening', deed: 'screening.recorded', key, caseId, subjectId: miamId, refusals } as const
  return desk.act<ScreeningReason>(actor, deed, async (scope) => {
    const party = (await partiesOf(scope, caseId)).find((it) => it.side === input.side)
    if (!party) return refused('miam.missing')
    await scope.queries
      .insertInto('screening')
      .values({
        id: newId(),
        miam_record_id: miamId,
        case_id: caseId,
        party_id: party.partyId,
        abuse_risk: input.abuseRisk,
        child_risk: input.childRisk,
      })
      .execute()
    await dropDraft(scope, screeningDraft(caseId, miamId))
    return done({ miamId })
  })
}
