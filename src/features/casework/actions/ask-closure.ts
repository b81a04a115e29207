import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { type CaseOutcome, caseHead } from '../../cases/index.ts'
import { addTaskOnce } from '../../tasks/index.ts'
import { addClosureRequest } from '../data/reviews.ts'

export interface ClosureAsked {
  readonly key: Id
  readonly caseId: Id
  readonly outcome: CaseOutcome
  readonly reason: string
}

/** Asks a supervisor to approve that a case is closed. It stays live until they have. */
export function askClosure(
  desk: Desk<PurposeKey>,
  actor: Id,
  asked: ClosureAsked,
): Promise<Outcome<Answer, 'not_live' | 'asked'>> {
  const { caseId, key } = asked
  const refusals = { closure_request_once: 'asked' } as const
  const deed = { purpose: 'booking', deed: 'closure.asked', key, caseId, refusals } as const
  return desk.act<'not_live' | 'asked'>(actor, deed, async (scope) => {
    if ((await caseHead(scope, caseId))?.status !== 'live') return refused('not_live')
    const requestId = await addClosureRequest(scope, asked)
    const dueOn = todayInLondon(scope.now).add({ days: 7 }).toString()
    await addTaskOnce(scope, { kind: 'approve-closure', forRole: 'supervisor', dueOn, caseId })
    return done({ requestId })
  })
}
