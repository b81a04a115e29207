import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'

/** Whose agreement a meeting with a child needs: both parents and the child's own. */
export const mustAgree = ['A', 'B', 'child'] as const
export type MustAgree = (typeof mustAgree)[number]

export interface ChildAgreement {
  readonly who: MustAgree
  readonly agreed: boolean
  readonly onDay: string
}

export interface ChildMeeting {
  readonly id: Id
  readonly caseId: Id
  readonly childId: Id
  readonly mediatorId: Id
  readonly startsAt: Temporal.Instant
  readonly status: 'booked' | 'held' | 'not_held'
}

/** What each of the three said last. */
export async function agreementsOf(scope: Scope, childId: Id): Promise<ReadonlyMap<MustAgree, ChildAgreement>> {
  const rows = await scope.queries
    .selectFrom('child_agreement')
    .select(['who', 'agreed', 'on_day'])
    .where('child_id', '=', childId)
    .orderBy('turn')
    .execute()
  return new Map(rows.map((row) => [row.who, { who: row.who, agreed: row.agreed, onDay: row.on_day }]))
}

export async function addAgreement(
  scope: Scope,
  made: ChildAgreement & { readonly caseId: Id; readonly childId: Id },
): Promise<void> {
  const { caseId, childId, who, agreed, onDay } = made
  await scope.queries
    .insertInto('child_agreement')
    .values({ id: newId(), case_id: caseId, child_id: childId, who, agreed, on_day: onDay })
    .execute()
}

const meetings = (scope: Scope) =>
  scope.queries.selectFrom('child_meeting').select(['id', 'case_id', 'child_id', 'mediator_id', 'starts_at', 'status'])
type Row = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>
const ofRow = (row: Row): ChildMeeting => ({
  id: row.id,
  caseId: row.case_id,
  childId: row.child_id,
  mediatorId: row.mediator_id,
  startsAt: row.starts_at,
  status: row.status,
})

/** The meetings with the children of a case, the latest first. */
export const childMeetingsOf = async (scope: Scope, caseId: Id): Promise<ChildMeeting[]> =>
  (await meetings(scope).where('case_id', '=', caseId).orderBy('starts_at', 'desc').execute()).map(ofRow)

export async function childMeetingOf(scope: Scope, id: Id): Promise<ChildMeeting | null> {
  const row = await meetings(scope).where('id', '=', id).executeTakeFirst()
  return row ? ofRow(row) : null
}

export async function addChildMeeting(
  scope: Scope,
  made: Pick<ChildMeeting, 'caseId' | 'childId' | 'mediatorId' | 'startsAt'>,
): Promise<Id> {
  const id = newId()
  const { caseId, childId, mediatorId, startsAt } = made
  await scope.queries
    .insertInto('child_meeting')
    .values({
      id,
      case_id: caseId,
      child_id: childId,
      mediator_id: mediatorId,
      starts_at: startsAt,
      ends_at: startsAt.add({ minutes: 60 }),
    })
    .execute()
  return id
}

/** Says whether it was held; false when that was said before. */
export async function settleChildMeeting(scope: Scope, id: Id, status: 'held' | 'not_held'): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('child_meeting')
    .set({ status })
    .where('id', '=', id)
    .where('status', '=', 'booked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** One thing that a child said, and whether the parents may be told. */
export interface ChildWord {
  readonly id: Id
  readonly mayTell: boolean
  readonly words: string
  readonly toldOn: string | null
}

/** What a child said at a meeting. Wants the purpose `childVoice`: no other reads it. */
export async function wordsOfMeeting(scope: Scope, meetingId: Id): Promise<ChildWord[]> {
  const rows = await scope.queries
    .selectFrom('child_word')
    .select(['id', 'may_tell', 'words', 'told_on'])
    .where('meeting_id', '=', meetingId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, mayTell: row.may_tell, words: row.words, toldOn: row.told_on }))
}

export async function addChildWord(
  scope: Scope,
  meeting: ChildMeeting,
  said: Pick<ChildWord, 'mayTell' | 'words'>,
): Promise<void> {
  await scope.queries
    .insertInto('child_word')
    .values({
      id: newId(),
      meeting_id: meeting.id,
      case_id: meeting.caseId,
      mediator_id: meeting.mediatorId,
      may_tell: said.mayTell,
      words: said.words,
    })
    .execute()
}

/** Notes that the parents were told; false for what may not be told, and for what was told before. */
export async function markTold(scope: Scope, wordId: Id, on: string): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('child_word')
    .set({ told_on: on })
    .where('id', '=', wordId)
    .where('may_tell', '=', true)
    .where('told_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
