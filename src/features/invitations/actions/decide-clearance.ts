import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { invitationOf } from '../data/invitation-reads.ts'
import { setClearance } from '../data/invitation-writes.ts'
import type { InvitationTools } from './invitation-tools.ts'

export type ClearanceRefusal = 'missing' | 'not-screened' | 'not-yours'

export interface ClearanceDecision {
  readonly key: Id
  readonly invitationId: Id
  readonly clearance: 'cleared' | 'stopped'
  /** Whether the one who came first allowed that they are named. */
  readonly namesInviter: boolean
}

/**
 * Says whether the other party may be invited. That they may is for those alone who see the safety check, and only when it was
 * recorded; that they must not be written to anybody of the case may say at any time, without giving a reason.
 */
export async function decideClearance(
  desk: Desk<PurposeKey>,
  actor: { readonly id: Id; readonly role: string },
  tools: Pick<InvitationTools, 'mayAct'>,
  decision: ClearanceDecision,
): Promise<Outcome<Answer, ClearanceRefusal>> {
  const { key, invitationId, clearance, namesInviter } = decision
  if (clearance === 'cleared' && !tools.mayAct(actor.role, 'screening')) return refused('not-yours')
  const refusals = { invitation_not_screened: 'not-screened' } as const
  const deed = {
    purpose: 'invitation',
    deed: `invitation.${clearance}`,
    key,
    subjectId: invitationId,
    refusals,
  } as const
  return desk.act<ClearanceRefusal>(actor.id, deed, async (scope) => {
    const invitation = await invitationOf(scope, invitationId)
    if (!invitation) return refused('missing')
    scope.about({ caseId: invitation.caseId })
    await setClearance(scope, invitationId, { clearance, namesInviter })
    return done({ invitationId })
  })
}
