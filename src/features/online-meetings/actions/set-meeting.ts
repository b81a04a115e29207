import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { onlineAppointment } from '../data/online-reads.ts'
import { addMeeting } from '../data/online-writes.ts'
import type { Provider } from '../domain/online.ts'

export type SettingRefusal = 'no-such-appointment' | 'not-online' | 'used-before'

/** The constraints of the database that a person can meet here. */
const refusals = { online_address_once: 'used-before', online_meeting_online: 'not-online' } as const

/**
 * Says which company carries an appointment and by which address it is joined. Whoever agreed to another company is asked anew. An
 * address that another appointment has, or had, is refused.
 */
export function setMeeting(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: {
    readonly key: Id
    readonly appointmentId: Id
    readonly provider: Provider
    readonly address: string
    readonly opensMinutes: number
  },
) {
  const { key, appointmentId, provider, address, opensMinutes } = input
  const deed = { purpose: 'onlineMeetings', deed: 'online.set', key, subjectId: appointmentId, refusals } as const
  return desk.act<SettingRefusal>(actor, deed, async (scope) => {
    const appointment = await onlineAppointment(scope, appointmentId)
    if (!appointment) return refused('no-such-appointment')
    if (!appointment.isOnline) return refused('not-online')
    scope.about({ caseId: appointment.caseId })
    const carried = { provider: provider.key, notice: provider.notice, opensMinutes, address }
    return done({ meetingId: await addMeeting(scope, appointment, carried) })
  })
}
