import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { setClosed } from '../data/case-writes.ts'
import { bookedAppointments } from '../data/open-matters.ts'
import { addReason } from '../data/reasons.ts'
import type { CaseOutcome } from '../domain/case.ts'

interface Closing {
  readonly caseId: Id
  readonly outcome: CaseOutcome
  /** Why, where that is unusual. */
  readonly reason?: string | null | undefined
}

export type ClosingReason = 'not_live' | 'appointments' | 'approval'
export const closingRefusals = {
  case_closed_without_bookings: 'appointments',
  case_closed_with_approval: 'approval',
} as const

/** Closes a live case within the caller's transaction; false when there is no such live case for the one who acts. */
export async function closeInScope(scope: Scope, closing: Closing): Promise<boolean> {
  const { caseId } = closing
  const today = dayOf(scope.now)
  if (!(await setClosed(scope, caseId, closing.outcome, today))) return false
  await addReason(scope, caseId, 'closed', closing.reason)
  await recordLifeEvent(scope, { aggregate: 'case', id: caseId, event: 'case.closed', on: today })
  return true
}

/** Closes a live case with its outcome, where no supervisor needs to approve it. From this day the retention clock of the policy runs. */
export function closeCase(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Closing & { readonly key: Id },
): Promise<Outcome<Readonly<Record<string, string>>, ClosingReason>> {
  const { caseId, key } = input
  const deed = { purpose: 'booking', deed: 'case.closed', key, caseId, refusals: closingRefusals } as const
  return desk.act<ClosingReason>(actor, deed, async (scope) => {
    if ((await bookedAppointments(scope, caseId)) > 0) return refused('appointments')
    return (await closeInScope(scope, input)) ? done({ caseId }) : refused('not_live')
  })
}
