import type { Scope } from '../../../../platform/database/desk.ts'
import type { PageRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { type Appointment, appointmentOf } from '../../data/appointment-reads.ts'

/** Reads the appointment of a page's address, with what else the page needs; null when there is none for the one who asks. */
export async function findAppointment<More>(
  request: PageRequest<PurposeKey>,
  more: (scope: Scope, appointment: Appointment) => Promise<More>,
): Promise<{ readonly appointment: Appointment; readonly more: More } | null> {
  const { id } = request.params
  if (!isId(id) || !request.staff) return null
  const deed = { purpose: 'booking', deed: 'appointment.changing', subjectId: id } as const
  return request.desk.read(request.staff.id, deed, async (scope) => {
    const appointment = await appointmentOf(scope, id)
    if (!appointment) return null
    scope.about({ caseId: appointment.caseId })
    return { appointment, more: await more(scope, appointment) }
  })
}

/** What a change starts from: the form's key, the appointment and the revision that was seen; null when the address names none. */
export function changeOf(
  request: PageRequest<PurposeKey>,
): { readonly key: Id; readonly appointmentId: Id; readonly revision: number } | null {
  const { id } = request.params
  if (!isId(id)) return null
  const { revision = '' } = request.form.values
  return { key: request.form.key, appointmentId: id, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : -1 }
}
