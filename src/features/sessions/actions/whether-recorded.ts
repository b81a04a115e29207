import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { caseHead } from '../../cases/index.ts'
import { finishTasks } from '../../tasks/index.ts'

/** Why nothing was recorded. "No such case" and "not yours" are one. */
export type RecordReason =
  | 'case.missing'
  | 'case.closed'
  | 'appointment.missing'
  | 'session.missing'
  | 'agreement.missing'

/** Constraints that a person can run into: what they refer to is not of this case, or of another zone. */
export const recordRefusals = {
  miam_record_appointment: 'appointment.missing',
  session_record_appointment: 'appointment.missing',
  session_summary_of: 'session.missing',
  session_agreed_first: 'agreement.missing',
} as const

/** Records are added to a live case only: a closed one is on its way out, and its clock runs. */
export async function whyNotRecorded(scope: Scope, caseId: Id): Promise<'case.missing' | 'case.closed' | null> {
  const head = await caseHead(scope, caseId)
  if (!head) return 'case.missing'
  return head.status === 'closed' ? 'case.closed' : null
}

/** The meeting is written up: nobody need be reminded. */
export async function finishWriteUp(scope: Scope, caseId: Id, appointmentId: Id | null): Promise<void> {
  if (appointmentId) await finishTasks(scope, { kind: 'write-up', caseId, subjectId: appointmentId })
}
