import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { type Appointment, appointmentOf, appointments } from '../data/appointment-reads.ts'
import { setOwnTimes } from '../data/appointment-writes.ts'
import { addArrivalPlan, arrivalPlanOf } from '../data/arrival-plans.ts'
import { type ArrivalPlan, follows, isToArrive, plannedTimes, thereFrom } from '../domain/arrival.ts'
import type { ChangeOf } from './move-appointment.ts'
import { type TellingTools, tellParties } from './tell-parties.ts'

/**
 * Says how the two parties of a case arrive at what they come to together: at once, or one before the other, waiting apart. What is
 * booked already follows, unless it was said of that appointment alone; and whoever now comes at another time is told of their own and
 * of nothing else.
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
    const before = await arrivalPlanOf(scope, caseId)
    await addArrivalPlan(scope, caseId, plan)
    for (const appointment of await appointments(scope, { caseId, from: scope.now }))
      if (isToArrive(appointment, scope.now) && follows(before, appointment))
        await arriveBy(scope, plan, appointment, tools)
    return done({ caseId })
  })
}

/** Says it of one appointment, whatever holds for the case. */
export function planOneArrival(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: ChangeOf & { readonly plan: ArrivalPlan },
  tools: TellingTools,
) {
  const { key, appointmentId, revision, plan } = input
  const deed = { purpose: 'booking', deed: 'arrival.planned', key, subjectId: appointmentId } as const
  return desk.act<'no-such-appointment' | 'changed-meanwhile'>(actor, deed, async (scope) => {
    const appointment = await appointmentOf(scope, appointmentId)
    if (!appointment || !isToArrive(appointment, scope.now)) return refused('no-such-appointment')
    scope.about({ caseId: appointment.caseId })
    if (appointment.revision !== revision) return refused('changed-meanwhile')
    await arriveBy(scope, plan, appointment, tools)
    return done({ appointmentId })
  })
}

/** Gives each party their times, and tells whoever comes or goes at another time than before. */
async function arriveBy(scope: Scope, plan: ArrivalPlan, appointment: Appointment, tools: TellingTools): Promise<void> {
  for (const attendance of appointment.attendances) {
    const own = plannedTimes(plan, attendance.side, appointment)
    const [before, after] = [thereFrom(attendance, appointment), thereFrom(own, appointment)]
    const anew = !before.startsAt.equals(after.startsAt) || !before.endsAt.equals(after.endsAt)
    await setOwnTimes(scope, attendance, own, { anew })
    if (anew) await tellParties(scope, appointment.id, 'moved', tools, attendance.side)
  }
}
