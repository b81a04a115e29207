import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { Id } from '../../../values/ids.ts'
import { type Due, nextDue } from './timetable.ts'

export type Side = Tables['invitation']['inviting']
export type Clearance = 'awaited' | 'cleared' | 'stopped'
export type InvitationOutcome = NonNullable<Tables['invitation']['outcome']>
export type AnswerKind = Tables['invitation_answer']['answer']
export type AnswerWay = Tables['invitation_answer']['way']

/** One invitation with all that decides what is done about it. */
export interface Invitation {
  readonly id: Id
  readonly caseId: Id
  /** The side of the party who came first. */
  readonly inviting: Side
  /** The day of the first MIAM. */
  readonly since: Temporal.PlainDate
  readonly clearance: Clearance
  readonly namesInviter: boolean
  readonly clearedAt: Temporal.Instant | null
  readonly outcome: InvitationOutcome | null
  readonly outcomeOn: Temporal.PlainDate | null
  readonly sent: number
  readonly lastSent: Temporal.PlainDate | null
  readonly lastSentAt: Temporal.Instant | null
  readonly answer: { readonly kind: AnswerKind; readonly at: Temporal.Instant; readonly reach: string | null } | null
}

/** How one may write to the other party now; null: there is no way that is said to be safe. */
export type WayNow = 'email' | 'letter' | null

/** What there is to do now, in the order of the board. */
export const groups = ['answered', 'invite', 'no-way', 'give-up', 'safety', 'stopped', 'waiting'] as const
export type Group = (typeof groups)[number]

export interface Standing {
  readonly group: Group
  readonly due: Due | null
  readonly late: boolean
}

/** Where an invitation stands: what is to be done, and by when. */
export function standingOf(invitation: Invitation, way: WayNow, today: Temporal.PlainDate): Standing {
  const due = nextDue(invitation)
  const standing = (group: Group, on: Due | null = null): Standing => ({
    group,
    due: on,
    late: on !== null && Temporal.PlainDate.compare(on.on, today) < 0,
  })
  if (standsAnswered(invitation)) return standing('answered')
  if (invitation.clearance === 'stopped') return standing('stopped')
  if (invitation.clearance === 'awaited') return standing('safety', due)
  const again = isWrongPerson(invitation)
  if (!again && due.what === 'close') return standing(isPast(due, today) ? 'give-up' : 'waiting', due)
  if (way === null) return standing('no-way', due)
  return standing(again || due.what === 'invite' ? 'invite' : 'waiting', due)
}

const isPast = (due: Due, today: Temporal.PlainDate) => Temporal.PlainDate.compare(due.on, today) <= 0

/** Somebody else got the letter, and no other was written since. */
export const isWrongPerson = ({ answer, lastSentAt }: Invitation): boolean =>
  answer?.kind === 'not_me' && (lastSentAt === null || Temporal.Instant.compare(answer.at, lastSentAt) >= 0)

/** An answer that a person must look at: one that came after a mediator last said that the other party may be invited. */
export function standsAnswered({ answer, clearedAt }: Invitation): boolean {
  if (!answer || answer.kind === 'not_me') return false
  return clearedAt === null || Temporal.Instant.compare(answer.at, clearedAt) >= 0
}

/** Whether a reminder goes today of itself: invited, not answered, safe, and its day has come. */
export function remindsNow(invitation: Invitation, way: WayNow, today: Temporal.PlainDate): boolean {
  if (invitation.outcome !== null || invitation.answer !== null) return false
  const { group, due } = standingOf(invitation, way, today)
  return group === 'waiting' && due?.what === 'remind' && isPast(due, today)
}
