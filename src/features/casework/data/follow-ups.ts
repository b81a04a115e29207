import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { type Id, newId } from '../../../values/ids.ts'

/** Whose role a follow-up can fall to. */
export const followUpRoles = ['coordinator', 'mediator', 'supervisor'] as const
export type FollowUpRole = (typeof followUpRoles)[number]

export interface NewFollowUp {
  readonly caseId: Id
  readonly words: string
  readonly forRole: FollowUpRole
  /** One person of that role; anybody of it without. */
  readonly forStaff: Id | null
  /** ISO date. */
  readonly dueOn: string
}

export interface FollowUp extends NewFollowUp {
  readonly id: Id
}

export async function addFollowUp(scope: Scope, made: NewFollowUp): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('follow_up')
    .values({
      id,
      case_id: made.caseId,
      words: made.words,
      for_role: made.forRole,
      for_staff: made.forStaff,
      due_on: made.dueOn,
    })
    .execute()
  return id
}

const waiting = ({ queries }: Pick<Scope, 'queries'>, caseId: Id) =>
  queries
    .selectFrom('follow_up')
    .select(['id', 'case_id', 'words', 'for_role', 'for_staff', 'due_on'])
    .where('case_id', '=', caseId)
    .where('done_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof waiting>['executeTakeFirstOrThrow']>>
const ofRow = (row: Row): FollowUp => ({
  id: row.id,
  caseId: row.case_id,
  words: row.words,
  forRole: row.for_role as FollowUpRole,
  forStaff: row.for_staff,
  dueOn: row.due_on,
})

const urgentFirst = question((queries, { caseId }: { readonly caseId: Id }) =>
  waiting({ queries }, caseId).orderBy('due_on').orderBy('made_at'),
)

/** What is still to be followed up in a case, the most urgent first. */
export const followUpsOf = async (scope: Scope, caseId: Id): Promise<FollowUp[]> =>
  (await urgentFirst(scope, { caseId })).map(ofRow)

/** One that is still to be done; null when there is none such. */
export async function followUpOf(scope: Scope, caseId: Id, id: Id): Promise<FollowUp | null> {
  const row = await waiting(scope, caseId).where('id', '=', id).executeTakeFirst()
  return row ? ofRow(row) : null
}

/** Says that it is done, or for which day it is now. */
export async function settleFollowUp(scope: Scope, id: Id, to: 'done' | { readonly dueOn: string }): Promise<void> {
  await scope.queries
    .updateTable('follow_up')
    .set(to === 'done' ? { done_at: scope.now, done_by: scope.actor } : { due_on: to.dueOn })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute()
}
