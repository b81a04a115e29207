import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { setClosed } from '../data/case-writes.ts'
import { bookedAppointments } from '../data/open-matters.ts'
import type { CaseOutcome } from '../domain/case.ts'

/** Closes a live case with its outcome. From this day the retention clock of the policy runs. */
export function closeCase(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly outcome: CaseOutcome },
): Promise<Outcome<Readonly<Record<string, string>>, 'not_live' | 'appointments'>> {
  const { caseId, key } = input
  const refusals = { case_closed_without_bookings: 'appointments' } as const
  const deed = { purpose: 'booking', deed: 'case.closed', key, caseId, refusals } as const
  return desk.act<'not_live' | 'appointments'>(actor, deed, async (scope) => {
    if ((await bookedAppointments(scope, caseId)) > 0) return refused('appointments')
    const today = dayOf(scope.now)
    if (!(await setClosed(scope, caseId, input.outcome, today))) return refused('not_live')
    await recordLifeEvent(scope, { aggregate: 'case', id: caseId, event: 'case.closed', on: today })
    return done({ caseId })
  })
}
