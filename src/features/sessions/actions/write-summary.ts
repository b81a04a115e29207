import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { LegalQuality, Zone } from '../../files/index.ts'
import { dropDraft } from '../data/draft-store.ts'
import { summaryDraft } from '../data/drafts-of-forms.ts'
import { type RecordReason, recordRefusals, whyNotRecorded } from './whether-recorded.ts'

export interface SummaryToWrite {
  readonly key: Id
  readonly caseId: Id
  readonly zone: Zone
  /** A session of the same zone that it sums up; null when it sums up more than one. */
  readonly sessionId: Id | null
  readonly legalQuality: LegalQuality
  readonly summary: string
}

/** Writes a summary into the file, in its zone. */
export function writeSummary(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: SummaryToWrite,
): Promise<Outcome<Answer, RecordReason>> {
  const { key, caseId, zone } = input
  const deed = { purpose: 'mediation', deed: 'summary.written', key, caseId, refusals: recordRefusals } as const
  return desk.act<RecordReason>(actor, deed, async (scope) => {
    const reason = await whyNotRecorded(scope, caseId)
    if (reason) return refused(reason)
    const id = newId()
    scope.about({ subjectId: id })
    await scope.queries
      .insertInto('session_summary')
      .values({
        id,
        case_id: caseId,
        session_record_id: input.sessionId,
        zone,
        legal_quality: input.legalQuality,
        summary: input.summary,
      })
      .execute()
    await dropDraft(scope, summaryDraft(caseId, zone))
    return done({ summaryId: id })
  })
}
