import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { appointmentOf } from '../data/appointment-reads.ts'
import { markCancelled, setAttendance } from '../data/appointment-writes.ts'
import { askAboutFee } from './decide-fee.ts'
import type { ChangeOf } from './move-appointment.ts'
import { type TellingTools, tellParties } from './tell-parties.ts'

/** Who asked to cancel: a party, both, or the service (a mediator who is ill, a room that floods). */
export type CancelledBy = 'A' | 'B' | 'both' | 'service'

/**
 * Cancels an appointment and tells everybody who was expected, in the same words whoever asked. Who asked stands in that party's own
 * zone; for anybody else it was called off.
 */
export function cancelAppointment(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: ChangeOf & { readonly by: CancelledBy },
  tools: TellingTools,
) {
  const { key, appointmentId: id, revision, by } = input
  const deed = { purpose: 'booking', deed: 'appointment.cancelled', key, subjectId: id } as const
  return desk.act<'no-such-appointment' | 'changed-meanwhile'>(actor, deed, async (scope) => {
    const appointment = await appointmentOf(scope, id)
    if (!appointment) return refused('no-such-appointment')
    scope.about({ caseId: appointment.caseId })
    if (!(await markCancelled(scope, { id, revision }))) return refused('changed-meanwhile')
    for (const attendance of appointment.attendances)
      await setAttendance(scope, attendance.id, by === 'both' || by === attendance.side ? 'cancelled' : 'called_off')
    await tellParties(scope, id, 'cancelled', tools)
    await askAboutFee(scope, id)
    return done({ appointmentId: id })
  })
}
