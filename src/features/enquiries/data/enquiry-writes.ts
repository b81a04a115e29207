import type { Scope } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { Id } from '../../../values/ids.ts'

/** Marks an enquiry as answered; false when it is not waiting. */
export async function markAnswered(scope: Scope, id: Id, note: string | null): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('enquiry')
    .set({ status: 'answered', answered_at: scope.now, answered_by: scope.actor, answer_note: note })
    .where('id', '=', id)
    .where('status', '=', 'new')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ties an enquiry to its case and to the party of whom it tells; false when it has a case already. */
export async function takeOn(scope: Scope, id: Id, caseId: Id, side: 'A' | 'B'): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('enquiry')
    .set({ status: 'taken_on', case_id: caseId, side })
    .where('id', '=', id)
    .where('status', '<>', 'taken_on')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Calls e-mail unsafe for an enquiry, so that nothing that waits or comes goes by it; false when there is no such enquiry. */
export async function endEmail(scope: Scope, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('enquiry')
    .set({ email_safety: 'unsafe' })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Somebody wrote again about their enquiry: it waits for an answer once more, and its clock starts anew. */
export async function heardAgain(scope: Scope, enquiryId: Id): Promise<void> {
  await scope.queries
    .updateTable('enquiry')
    .set({ status: 'new' })
    .where('id', '=', enquiryId)
    .where('status', '=', 'answered')
    .execute()
  await recordLifeEvent(scope, { aggregate: 'enquiry', id: enquiryId, event: 'enquiry.lastContact' })
}
