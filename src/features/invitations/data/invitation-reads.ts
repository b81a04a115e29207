import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { ScopedQueries } from '../../../platform/database/scope-dialect.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import type { AnswerKind, AnswerWay, Invitation, Side } from '../domain/board.ts'

const columns = [
  'invitation.id',
  'invitation.case_id',
  'invitation.inviting',
  'invitation.since',
  'invitation.clearance',
  'invitation.names_inviter',
  'invitation.cleared_at',
  'invitation.outcome',
  'invitation.outcome_on',
] as const

/** How far it is, and the last answer, in the row of the invitation itself: one statement however long the list. */
const invitations = (queries: ScopedQueries) =>
  queries
    .selectFrom('invitation')
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('invitation_step')
          .select((it) => [it.fn.countAll<number>().as('sent'), it.fn.max('made_at').as('last_sent')])
          .whereRef('invitation_step.invitation_id', '=', 'invitation.id')
          .as('steps'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('invitation_answer')
          .select(['answer', 'reach', 'made_at as answered_at'])
          .whereRef('invitation_answer.invitation_id', '=', 'invitation.id')
          .orderBy('made_at', 'desc')
          .orderBy('id')
          .limit(1)
          .as('last_answer'),
      (join) => join.onTrue(),
    )
    .select(columns)
    .select(['steps.sent', 'steps.last_sent', 'last_answer.answer', 'last_answer.reach', 'last_answer.answered_at'])

type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>

const invitationFrom = (row: InvitationRow): Invitation => ({
  id: row.id,
  caseId: row.case_id,
  inviting: row.inviting,
  since: Temporal.PlainDate.from(row.since),
  clearance: row.clearance,
  namesInviter: row.names_inviter,
  clearedAt: row.cleared_at,
  outcome: row.outcome,
  outcomeOn: row.outcome_on ? Temporal.PlainDate.from(row.outcome_on) : null,
  sent: row.sent ?? 0,
  lastSent: row.last_sent ? todayInLondon(row.last_sent) : null,
  lastSentAt: row.last_sent ?? null,
  answer: row.answer && row.answered_at ? { kind: row.answer, at: row.answered_at, reach: row.reach ?? null } : null,
})

/** More than a person looks through; those begun first come first. */
const mostRunning = 300

/** The cases of invitations that have not ended, or of those whose inviter is of one side, to be asked about with them. */
export function runningCases(scope: Scope, by?: Side) {
  const running = scope.queries
    .selectFrom('invitation')
    .innerJoin('case_file', 'case_file.id', 'invitation.case_id')
    .where('case_file.status', '=', 'live')
    .where('invitation.outcome', 'is', null)
    .select('invitation.case_id')
  return by === undefined ? running : running.where('invitation.inviting', '=', by)
}

/** Invitations of live cases that have not ended, each with its case's reference, those begun first at the head. */
export async function runningInvitations(scope: Scope): Promise<(Invitation & { readonly reference: string })[]> {
  const rows = await invitations(scope.queries)
    .innerJoin('case_file', 'case_file.id', 'invitation.case_id')
    .where('case_file.status', '=', 'live')
    .where('invitation.outcome', 'is', null)
    .select('case_file.reference')
    .orderBy('invitation.since')
    .orderBy('invitation.id')
    .limit(mostRunning)
    .execute()
  return rows.map((row) => ({ ...invitationFrom(row), reference: row.reference }))
}

export async function invitationOf(scope: Scope, id: Id): Promise<Invitation | null> {
  const row = await invitations(scope.queries).where('invitation.id', '=', id).executeTakeFirst()
  return row ? invitationFrom(row) : null
}

const ofCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  invitations(queries).where('invitation.case_id', '=', caseId),
)

export async function invitationOfCase(scope: Scope, caseId: Id): Promise<Invitation | null> {
  const [row] = await ofCase(scope, { caseId })
  return row ? invitationFrom(row) : null
}

/** Waits for whoever else changes this invitation. A step and an answer lock it too. */
export async function lockInvitation(scope: Scope, id: Id): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('invitation')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the safety of the one who came first was assessed; nothing of what was said. */
export async function isScreened(scope: Scope, invitation: Pick<Invitation, 'caseId' | 'inviting'>): Promise<boolean> {
  const row = await scope.queries
    .selectNoFrom(sql<boolean>`ev.inviter_is_screened(${invitation.caseId}, ${invitation.inviting})`.as('screened'))
    .executeTakeFirst()
  return row?.screened ?? false
}

export interface SentStep {
  readonly id: Id
  readonly kind: 'invitation' | 'reminder'
  readonly channel: 'email' | 'letter'
  readonly messageId: Id
  readonly wording: string
  readonly noticeDate: Temporal.PlainDate | null
  readonly madeAt: Temporal.Instant
}

/** What was sent, first to last. */
export async function stepsOf(scope: Scope, invitationId: Id): Promise<SentStep[]> {
  const rows = await scope.queries
    .selectFrom('invitation_step')
    .select(['id', 'kind', 'channel', 'message_id', 'wording', 'notice_date', 'made_at'])
    .where('invitation_id', '=', invitationId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    messageId: row.message_id,
    wording: row.wording,
    noticeDate: row.notice_date ? Temporal.PlainDate.from(row.notice_date) : null,
    madeAt: row.made_at,
  }))
}

export interface GivenAnswer {
  readonly id: Id
  readonly kind: AnswerKind
  readonly way: AnswerWay
  readonly reach: string | null
  readonly at: Temporal.Instant
}

/** What was answered, newest first. */
export async function answersOf(scope: Scope, invitationId: Id): Promise<GivenAnswer[]> {
  const rows = await scope.queries
    .selectFrom('invitation_answer')
    .select(['id', 'answer', 'way', 'reach', 'made_at'])
    .where('invitation_id', '=', invitationId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, kind: row.answer, way: row.way, reach: row.reach, at: row.made_at }))
}
