import { z } from 'zod'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormErrors, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type CancelledBy, cancelAppointment } from '../../actions/cancel-appointment.ts'
import { type AttendanceRefusal, recordAttendance } from '../../actions/record-attendance.ts'
import type { TellingTools } from '../../actions/tell-parties.ts'
import type { Appointment } from '../../data/appointment-reads.ts'
import type { SettledAttendance } from '../../domain/appointment.ts'
import { appointmentPath } from './appointment-words.tsx'
import { AttendancePage, CancelPage, type ChangePageProps } from './change.pages.tsx'
import { changeOf, findAppointment } from './found-appointment.ts'
import { refusalErrors } from './refusal-words.ts'

type Request = PageRequest<PurposeKey>

const nothingMore = async () => null

async function formPage(
  request: Request,
  title: string,
  formFor: (appointment: Appointment) => FormState,
  Page: (props: ChangePageProps) => ReturnType<typeof CancelPage>,
): Promise<Reply> {
  const found = await findAppointment(request, nothingMore)
  if (!found) return { notFound: true }
  const form = formFor(found.appointment)
  const props = { appointment: found.appointment, form, token: request.formToken(), today: request.today }
  return { page: { title, invalid: hasErrors(form), body: <Page {...props} /> } }
}

export const cancelPage = (request: Request, form: FormState = blankForm): Promise<Reply> =>
  formPage(request, 'Cancel this appointment', () => form, CancelPage)

/** Whoever is expected can have asked; nobody else. */
const whoMayAsk = (appointment: Appointment): CancelledBy[] => {
  const sides = appointment.attendances.map((it) => it.side)
  return [...sides, ...(sides.length > 1 ? (['both'] as const) : []), 'service']
}

export async function cancel(request: Request, tools: TellingTools): Promise<Reply> {
  const change = changeOf(request)
  const found = await findAppointment(request, nothingMore)
  if (!change || !found || !request.staff) return { notFound: true }
  const by = whoMayAsk(found.appointment).find((it) => it === request.form.values.by)
  const values = asTyped(request.form)
  if (!by) return cancelPage(request, { values, errors: { by: 'Choose who asked' } })
  const outcome = await cancelAppointment(request.desk, request.staff.id, { ...change, by }, tools)
  if (outcome.done) return { redirect: appointmentPath(change.appointmentId) }
  if (outcome.reason === 'no-such-appointment') return { notFound: true }
  return cancelPage(request, { values, errors: refusalErrors(outcome.reason, ['by']) })
}

const attendanceTitle = 'Who came?'

export const attendancePage = (request: Request): Promise<Reply> =>
  formPage(
    request,
    attendanceTitle,
    ({ attendances }) => filledForm(Object.fromEntries(attendances.map((it) => [`attended-${it.side}`, it.status]))),
    AttendancePage,
  )

const refusals: Readonly<Record<Exclude<AttendanceRefusal, 'no-such-appointment'>, string>> = {
  cancelled: 'This appointment was cancelled',
  'not-begun': 'This appointment has not begun yet. To cancel it, go back to the appointment',
}

const attended = z.enum(['attended', 'not_attended', 'cancelled'])

export async function saveAttendance(request: Request): Promise<Reply> {
  const change = changeOf(request)
  const found = await findAppointment(request, nothingMore)
  if (!change || !found || !request.staff) return { notFound: true }
  const { attendances } = found.appointment
  const again = (errors: FormErrors) =>
    formPage(request, attendanceTitle, () => ({ values: asTyped(request.form), errors }), AttendancePage)
  const fields = attendances.map(({ side, givenName }) => [
    `attended-${side}`,
    z.any().pipe(z.custom<SettledAttendance>((it) => attended.safeParse(it).success, `Say whether ${givenName} came`)),
  ])
  const reading = readForm(z.object(Object.fromEntries(fields)), request.form)
  if (!reading.ok) return again(reading.errors)
  const said = Object.fromEntries(attendances.map(({ side }) => [side, reading.value[`attended-${side}`]]))
  const outcome = await recordAttendance(request.desk, request.staff.id, { ...change, attended: said })
  if (outcome.done) return { redirect: appointmentPath(change.appointmentId) }
  return outcome.reason === 'no-such-appointment' ? { notFound: true } : again({ '': refusals[outcome.reason] })
}
