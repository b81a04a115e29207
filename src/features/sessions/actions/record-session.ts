import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { LegalQuality, Zone } from '../../files/index.ts'
import { dropDraft } from '../data/draft-store.ts'
import { sessionDraft } from '../data/drafts-of-forms.ts'
import type { Way } from '../domain/words.ts'
import { finishWriteUp, type RecordReason, recordRefusals, whyNotRecorded } from './whether-recorded.ts'

export interface SessionToRecord {
  readonly key: Id
  readonly caseId: Id
  readonly zone: Zone
  readonly appointmentId: Id | null
  readonly legalQuality: LegalQuality
  readonly heldOn: Temporal.PlainDate
  readonly way: Way
  readonly discussed: string
  readonly agreed: string
}

/** Records a mediation session, or one party's part in it, in its zone. */
export function recordSession(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: SessionToRecord,
): Promise<Outcome<Answer, RecordReason>> {
  const { key, caseId, zone } = input
  const deed = { purpose: 'mediation', deed: 'session.recorded', key, caseId, refusals: recordRefusals } as const
  return desk.act<RecordReason>(actor, deed, async (scope) => {
    const reason = await whyNotRecorded(scope, caseId)
    if (reason) return refused(reason)
    const id = newId()
    scope.about({ subjectId: id })
    await scope.queries
      .insertInto('session_record')
      .values({
        id,
        case_id: caseId,
        appointment_id: input.appointmentId,
        zone,
        legal_quality: input.legalQuality,
        held_on: input.heldOn.toString(),
        way: input.way,
        discussed: input.discussed,
        agreed: input.agreed,
      })
      .execute()
    await dropDraft(scope, sessionDraft(caseId, zone))
    await finishWriteUp(scope, caseId, input.appointmentId)
    return done({ sessionId: id })
  })
}
