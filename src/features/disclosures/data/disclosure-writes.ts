import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Decision, Way } from '../domain/disclosure.ts'

export interface NewDisclosure extends Decision {
  readonly caseId: Id
  readonly hidden: boolean
  readonly concernId: Id | null
  readonly fileIds: readonly Id[]
  readonly reason: string
  readonly policyHash: string
}

/** Keeps what was decided; the database asks once more about documents, a court and a worry. */
export async function addDisclosure(scope: Scope, made: NewDisclosure): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('disclosure')
    .values({
      ...{ id, case_id: made.caseId, recipient: made.recipient, ground: made.ground, law_kind: made.lawKind },
      ...{ authority: made.authority || null, side: made.side, hidden: made.hidden, concern_id: made.concernId },
      ...{ file_ids: [...made.fileIds], facts: [...made.facts], words: made.words, words_quality: made.wordsQuality },
      ...{ reason: made.reason, policy_hash: made.policyHash },
    })
    .execute()
  return id
}

export async function noteSent(scope: Scope, id: Id, how: Way): Promise<void> {
  await scope.queries
    .updateTable('disclosure')
    .set({ sent_at: scope.now, sent_by: scope.actor, sent_how: how })
    .where('id', '=', id)
    .execute()
}

export async function noteStopped(scope: Scope, id: Id, why: string): Promise<void> {
  await scope.queries
    .updateTable('disclosure')
    .set({ stopped_at: scope.now, stopped_by: scope.actor, stopped_why: why })
    .where('id', '=', id)
    .execute()
}

export async function addInspectionWish(
  scope: Scope,
  wish: { readonly caseId: Id; readonly zone: 'A' | 'B'; readonly objects: boolean },
): Promise<void> {
  await scope.queries
    .insertInto('inspection_wish')
    .values({ id: newId(), case_id: wish.caseId, zone: wish.zone, objects: wish.objects })
    .execute()
}
