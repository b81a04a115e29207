import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { AnswerKind, AnswerWay, Clearance, InvitationOutcome } from '../domain/board.ts'

/** Constraints that a person can run into, and what they are told then. */
export const invitationRefusals = {
  invitation_over: 'over',
  invitation_not_cleared: 'not-cleared',
  invitation_not_screened: 'not-screened',
  invitation_answered: 'answered',
  invitation_step_once: 'sent-already',
} as const
export type InvitationRefusal = (typeof invitationRefusals)[keyof typeof invitationRefusals]

export async function setClearance(
  scope: Scope,
  invitationId: Id,
  said: { readonly clearance: Exclude<Clearance, 'awaited'>; readonly namesInviter: boolean },
): Promise<void> {
  await scope.queries
    .updateTable('invitation')
    .set({
      clearance: said.clearance,
      names_inviter: said.namesInviter,
      cleared_by: scope.actor,
      cleared_at: scope.now,
    })
    .where('id', '=', invitationId)
    .execute()
}

/** Says how it ended, or that it has not. */
export async function setOutcome(
  scope: Scope,
  invitationId: Id,
  outcome: InvitationOutcome | null,
  on: Temporal.PlainDate,
): Promise<void> {
  await scope.queries
    .updateTable('invitation')
    .set({ outcome, outcome_on: outcome ? on.toString() : null })
    .where('id', '=', invitationId)
    .execute()
}

export interface NewStep {
  readonly invitationId: Id
  readonly caseId: Id
  readonly kind: 'invitation' | 'reminder'
  readonly number: number
  readonly messageId: Id
  readonly contactPointId: Id
  readonly channel: 'email' | 'letter'
  readonly wording: string
  readonly codeHash: string
  readonly notice: { readonly policyHash: string; readonly date: string } | null
}

export async function addStep(scope: Scope, step: NewStep): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('invitation_step')
    .values({
      id,
      invitation_id: step.invitationId,
      case_id: step.caseId,
      kind: step.kind,
      number: step.number,
      message_id: step.messageId,
      contact_point_id: step.contactPointId,
      channel: step.channel,
      wording: step.wording,
      code_hash: step.codeHash,
      notice_policy_hash: step.notice?.policyHash ?? null,
      notice_date: step.notice?.date ?? null,
    })
    .execute()
  return id
}

/** Adds an answer that staff were given. */
export async function addAnswer(
  scope: Scope,
  answer: {
    readonly invitationId: Id
    readonly caseId: Id
    readonly kind: AnswerKind
    readonly way: Exclude<AnswerWay, 'page'>
    readonly reach: string | null
  },
): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('invitation_answer')
    .values({
      id,
      invitation_id: answer.invitationId,
      case_id: answer.caseId,
      answer: answer.kind,
      way: answer.way,
      reach: answer.reach,
    })
    .execute()
  return id
}

/** Whose answer it is, the database finds by the code; until then these stand for nothing. */
const notYetKnown = '00000000-0000-0000-0000-000000000000' as Id

/** Adds an answer from the website. Its role may only add, so nothing is read. */
export async function addAnswerByCode(
  scope: Scope,
  answer: { readonly codeHash: string; readonly kind: AnswerKind; readonly reach: string | null },
): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('invitation_answer')
    .values({
      id,
      invitation_id: notYetKnown,
      case_id: notYetKnown,
      code_hash: answer.codeHash,
      answer: answer.kind,
      way: 'page',
      reach: answer.reach,
    })
    .execute()
  return id
}
