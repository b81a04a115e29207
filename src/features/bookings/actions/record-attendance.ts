import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addTaskOnce } from '../../tasks/index.ts'
import { type Appointment, appointmentOf } from '../data/appointment-reads.ts'
import { setAttendance, setStatus } from '../data/appointment-writes.ts'
import { type SettledAttendance, statusAfter } from '../domain/appointment.ts'
import { askAboutFee } from './decide-fee.ts'

export type AttendanceRefusal = 'no-such-appointment' | 'cancelled' | 'not-begun'

/**
 * Records for each party whether they came, from when the appointment begins; recorded again, the later word stands. By it the
 * appointment was held or not.
 */
export function recordAttendance(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: {
    readonly key: Id
    readonly appointmentId: Id
    /** For each side that was expected. */
    readonly attended: Readonly<Partial<Record<'A' | 'B', SettledAttendance>>>
  },
) {
  const { key, appointmentId: id, attended } = input
  const deed = { purpose: 'booking', deed: 'attendance.recorded', key, subjectId: id } as const
  return desk.act<AttendanceRefusal>(actor, deed, async (scope) => {
    const appointment = await appointmentOf(scope, id)
    if (!appointment) return refused('no-such-appointment')
    scope.about({ caseId: appointment.caseId })
    if (appointment.status === 'cancelled') return refused('cancelled')
    if (Temporal.Instant.compare(scope.now, appointment.startsAt) < 0) return refused('not-begun')
    const now = appointment.attendances.map((it) => ({ ...it, status: attended[it.side] ?? it.status }))
    for (const it of now) await setAttendance(scope, it.id, it.status)
    const status = statusAfter(now.map((it) => it.status)) ?? 'booked'
    if (!(await setStatus(scope, id, status))) return refused('cancelled')
    await askAboutFee(scope, id)
    if (status === 'held') await askForWriteUp(scope, appointment)
    return done({ appointmentId: id })
  })
}

/** What was held is written up by its mediator; recording the MIAM or session finishes the task. */
async function askForWriteUp(scope: Scope, appointment: Appointment): Promise<void> {
  await addTaskOnce(scope, {
    kind: 'write-up',
    forRole: 'mediator',
    forStaff: appointment.mediatorId,
    dueOn: dayOf(scope.now).toString(),
    caseId: appointment.caseId,
    subjectId: appointment.id,
  })
}
