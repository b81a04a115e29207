import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { CaseOutcome } from '../../cases/index.ts'

export interface ClosureRequest {
  readonly id: Id
  readonly caseId: Id
  readonly outcome: CaseOutcome
  readonly reason: string
  readonly author: Id
  readonly askedAt: Temporal.Instant
}

export interface FileReview {
  readonly verdict: 'looked_at' | 'approved' | 'sent_back'
  readonly note: string
  readonly author: Id
  readonly at: Temporal.Instant
}

export async function addClosureRequest(
  scope: Scope,
  asked: Pick<ClosureRequest, 'caseId' | 'outcome' | 'reason'>,
): Promise<Id> {
  const id = newId()
  const { caseId, outcome, reason } = asked
  await scope.queries.insertInto('closure_request').values({ id, case_id: caseId, outcome, reason }).execute()
  return id
}

/** Wishes to close a case that nobody has answered, the oldest first; of one case or of all. */
export async function waitingClosures(scope: Scope, caseId?: Id): Promise<ClosureRequest[]> {
  const rows = await scope.queries
    .selectFrom('closure_request')
    .select(['id', 'case_id', 'outcome', 'reason', 'author', 'asked_at'])
    .where('settled_at', 'is', null)
    .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId as Id))
    .orderBy('asked_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    outcome: row.outcome,
    reason: row.reason,
    author: row.author,
    askedAt: row.asked_at,
  }))
}

export async function settleClosure(scope: Scope, id: Id): Promise<void> {
  await scope.queries.updateTable('closure_request').set({ settled_at: scope.now }).where('id', '=', id).execute()
}

export async function addReview(
  scope: Scope,
  made: {
    readonly caseId: Id
    readonly requestId: Id | null
    readonly verdict: FileReview['verdict']
    readonly note: string
  },
): Promise<Id> {
  const id = newId()
  const { caseId, requestId, verdict, note } = made
  await scope.queries
    .insertInto('file_review')
    .values({ id, case_id: caseId, request_id: requestId, verdict, note })
    .execute()
  return id
}

const ofCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('file_review')
    .select(['verdict', 'note', 'author', 'reviewed_at'])
    .where('case_id', '=', caseId)
    .orderBy('reviewed_at', 'desc'),
)

/** What supervisors found in a file, the latest first. */
export async function reviewsOf(scope: Scope, caseId: Id): Promise<FileReview[]> {
  const rows = await ofCase(scope, { caseId })
  return rows.map((row) => ({ verdict: row.verdict, note: row.note, author: row.author, at: row.reviewed_at }))
}

export const handItems = ['notice', 'child_offer'] as const
export type HandItem = (typeof handItems)[number]

export async function addFileItem(
  scope: Scope,
  made: { readonly caseId: Id; readonly item: HandItem; readonly zone: 'A' | 'B' | 'both'; readonly onDay: string },
): Promise<void> {
  const { caseId, item, zone, onDay } = made
  await scope.queries
    .insertInto('file_item')
    .values({ id: newId(), case_id: caseId, item, zone, on_day: onDay })
    .execute()
}
