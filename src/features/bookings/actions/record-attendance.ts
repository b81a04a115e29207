import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { appointmentOf } from '../data/appointment-reads.ts'
import { setAttendance, setStatus } from '../data/appointment-writes.ts'
import { type SettledAttendance, statusAfter } from '../domain/appointment.ts'

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
    if (!(await setStatus(scope, id, statusAfter(now.map((it) => it.status)) ?? 'booked'))) return refused('cancelled')
    return done({ appointmentId: id })
  })
}
