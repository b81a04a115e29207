import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { invitationOf } from '../data/invitation-reads.ts'
import { setOutcome } from '../data/invitation-writes.ts'
import type { InvitationOutcome } from '../domain/board.ts'

/** Says how an invitation ended, or with null that it goes on. What waited to be sent does not go any more. */
export function recordOutcome(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: {
    readonly key: Id
    readonly invitationId: Id
    readonly outcome: Exclude<InvitationOutcome, 'attended'> | null
  },
): Promise<Outcome<Answer, 'missing'>> {
  const { key, invitationId, outcome } = input
  const deed = { purpose: 'invitation', deed: 'invitation.ended', key, subjectId: invitationId } as const
  return desk.act<'missing'>(actor, deed, async (scope) => {
    const invitation = await invitationOf(scope, invitationId)
    if (!invitation || invitation.outcome === 'attended') return refused('missing')
    scope.about({ caseId: invitation.caseId })
    await setOutcome(scope, invitationId, outcome, dayOf(scope.now))
    return done({ invitationId })
  })
}
