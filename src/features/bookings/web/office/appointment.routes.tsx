import type { Scope } from '../../../../platform/database/desk.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { wayToReach } from '../../../people/index.ts'
import type { TellingTools } from '../../actions/tell-parties.ts'
import { type Appointment, appointmentOf } from '../../data/appointment-reads.ts'
import { exceptionsOf } from '../../data/booking-exceptions.ts'
import { missedOf } from '../../data/missed-fees.ts'
import { AppointmentPage } from './appointment.page.tsx'
import { mediatorPage, move, movePage, saveMediator } from './move.forms.tsx'
import { attendancePage, cancel, cancelPage, saveAttendance } from './settle.forms.tsx'

const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const
const path = '/office/appointments/:id'

/** One appointment, and the forms that change it. */
export const appointmentRoutes = (tools: TellingTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: show },
  { ...base, method: 'GET', path: `${path}/move`, handle: (request) => movePage(request, tools) },
  { ...base, method: 'POST', path: `${path}/move`, handle: (request) => move(request, tools) },
  { ...base, method: 'GET', path: `${path}/mediator`, handle: mediatorPage },
  { ...base, method: 'POST', path: `${path}/mediator`, handle: saveMediator },
  { ...base, method: 'GET', path: `${path}/cancel`, handle: cancelPage },
  { ...base, method: 'POST', path: `${path}/cancel`, handle: (request) => cancel(request, tools) },
  { ...base, method: 'GET', path: `${path}/attendance`, handle: attendancePage },
  { ...base, method: 'POST', path: `${path}/attendance`, handle: saveAttendance },
]

async function show(request: PageRequest<PurposeKey>): Promise<Reply> {
  const { id } = request.params
  if (!isId(id) || !request.staff) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'appointment.opened', subjectId: id } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const appointment = await appointmentOf(scope, id)
    if (!appointment) return null
    scope.about({ caseId: appointment.caseId })
    return {
      appointment,
      unreachable: await unreachableIn(scope, appointment),
      exceptions: await exceptionsOf(scope, id),
      missed: await missedOf(scope, id),
    }
  })
  if (!found) return { notFound: true }
  return { page: { title: 'Appointment', body: <AppointmentPage {...found} now={request.now} /> } }
}

/** Whoever is expected by telephone and cannot be rung safely. */
async function unreachableIn(scope: Scope, { status, means, attendances }: Appointment): Promise<string[]> {
  if (status !== 'booked' || means !== 'telephone') return []
  const ways = await Promise.all(
    attendances.map(({ personId }) => wayToReach(scope, { personId, channel: 'telephone' })),
  )
  return attendances.filter((_, index) => !ways[index]?.usable).map((it) => `${it.givenName} ${it.familyName}`)
}
