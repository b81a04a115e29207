import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { appointments } from '../data/appointment-reads.ts'
import { setOwnTimes } from '../data/appointment-writes.ts'
import { addArrivalPlan } from '../data/arrival-plans.ts'
import { type ArrivalPlan, plannedTimes, thereFrom } from '../domain/arrival.ts'
import { type TellingTools, tellParties } from './tell-parties.ts'

/**
 * Says how the two parties of a case arrive at what they come to together: at once, or one before the other, waiting apart. What is
 * booked already follows, and whoever now comes at another time is told of their own and of nothing else.
 */
export function planArrival(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly plan: ArrivalPlan },
  tools: TellingTools,
) {
  const { key, caseId, plan } = input
  const deed = { purpose: 'booking', deed: 'arrival.planned', key, caseId } as const
  return desk.act<'no-such-case'>(actor, deed, async (scope) => {
    if (!(await caseHead(scope, caseId))) return refused('no-such-case')
    await addArrivalPlan(scope, caseId, plan)
    const ahead = (await appointments(scope, { caseId, from: scope.now })).filter(
      (it) => it.status === 'booked' && it.zone === 'both' && Temporal.Instant.compare(it.startsAt, scope.now) > 0,
    )
    for (const appointment of ahead) {
      for (const attendance of appointment.attendances) {
        const own = plannedTimes(plan, attendance.side, appointment)
        const [before, after] = [thereFrom(attendance, appointment), thereFrom(own, appointment)]
        const anew = !before.startsAt.equals(after.startsAt) || !before.endsAt.equals(after.endsAt)
        await setOwnTimes(scope, attendance, own, { anew })
        if (anew) await tellParties(scope, appointment.id, 'moved', tools, attendance.side)
      }
    }
    return done({ caseId })
  })
}
