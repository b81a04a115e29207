import { z } from 'zod'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { londonDay } from '../../../../ui/dates.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import type { Id } from '../../../../values/ids.ts'
import { changeMediator, moveAppointment } from '../../actions/move-appointment.ts'
import type { TellingTools } from '../../actions/tell-parties.ts'
import type { Appointment } from '../../data/appointment-reads.ts'
import { minutesOf, type Slot } from '../../domain/appointment.ts'
import { type DiaryBy, type DiaryView, diaryPath, diaryShapes, entryMark } from '../../domain/diary-days.ts'
import { appointmentPath } from './appointment-words.tsx'
import { MediatorPage, MovePage } from './change.pages.tsx'
import { freeTimesFrom, readChoices } from './choices.ts'
import { changeOf, findAppointment } from './found-appointment.ts'
import { isTaken, refusalErrors } from './refusal-words.ts'
import { mediatorField, otherMediatorField, outsideField, readSlotForm, slotFields, whenValues } from './slot-form.ts'

type Request = PageRequest<PurposeKey>

/** `from_diary`: in the diary, which is shown again, its columns being these. */
const moveForm = z.object({
  ...slotFields,
  ...otherMediatorField,
  ...outsideField,
  from_diary: z.enum(diaryShapes).optional().catch(undefined),
})
const moveOrder = ['date', 'time', 'minutes', 'place', 'mediator']

const asBooked = (appointment: Appointment): FormState =>
  filledForm({
    ...whenValues(appointment.startsAt),
    minutes: String(minutesOf(appointment)),
    place: appointment.roomId ?? appointment.means,
    mediator: appointment.mediatorId,
  })

export const movePage = (request: Request, tools: TellingTools): Promise<Reply> =>
  moveFormPage(request, tools, asBooked)

async function moveFormPage(
  request: Request,
  { hasOnline = false }: TellingTools,
  formFor: (appointment: Appointment) => FormState,
  wanted: (Omit<Slot, 'mediatorId'> & { readonly mediatorId?: Id | undefined }) | null = null,
): Promise<Reply> {
  const found = await findAppointment(request, async (scope, { mediatorId }) => ({
    choices: await readChoices(scope),
    free: wanted && (await freeTimesFrom(scope, { ...wanted, mediatorId: wanted.mediatorId ?? mediatorId })),
  }))
  if (!found) return { notFound: true }
  const form = formFor(found.appointment)
  const props = {
    appointment: found.appointment,
    form,
    hasOnline,
    token: request.formToken(),
    today: request.today,
    ...found.more,
  }
  return { page: { title: 'Move this appointment', invalid: hasErrors(form), body: <MovePage {...props} /> } }
}

export async function move(request: Request, tools: TellingTools): Promise<Reply> {
  const change = changeOf(request)
  if (!change || !request.staff) return { notFound: true }
  const reading = readSlotForm(moveForm, request.form, { order: moveOrder, hasOnline: tools.hasOnline })
  if (!reading.ok) return moveFormPage(request, tools, () => reading.form)
  const { mediator: mediatorId, outside_reason: outsideReason } = reading.value
  const slot = { ...reading.slot, mediatorId }
  const outcome = await moveAppointment(request.desk, request.staff.id, { ...change, ...slot, outsideReason }, tools)
  if (outcome.done) return { redirect: afterMove(request, change.appointmentId, reading.value, slot.startsAt) }
  const { reason } = outcome
  if (reason === 'no-such-appointment') return { notFound: true }
  const errors =
    reason === 'mediator-taken'
      ? { time: 'The mediator already has an appointment then' }
      : refusalErrors(reason, moveOrder)
  return moveFormPage(request, tools, () => ({ values: reading.values, errors }), isTaken(reason) ? slot : null)
}

/** Back to the diary for whoever moved it there, or gave it away and may not see it any more. */
function afterMove(
  { staff }: Request,
  id: Id,
  { from_diary, mediator }: z.output<typeof moveForm>,
  startsAt: Temporal.Instant,
): string {
  if (!from_diary)
    return mediator && staff?.role === 'mediator' && mediator !== staff.id ? '/office/diary' : appointmentPath(id)
  const [view, by] = from_diary.split('-') as [DiaryView, DiaryBy]
  return `${diaryPath({ day: londonDay(startsAt), view, by })}#${entryMark(id)}`
}

export const mediatorPage = (request: Request): Promise<Reply> =>
  mediatorFormPage(request, (appointment) => filledForm({ mediator: appointment.mediatorId }))

async function mediatorFormPage(request: Request, formFor: (appointment: Appointment) => FormState): Promise<Reply> {
  const found = await findAppointment(request, readChoices)
  if (!found) return { notFound: true }
  const { appointment, more: choices } = found
  const form = formFor(appointment)
  const props = { appointment, choices, form, token: request.formToken(), today: request.today }
  return { page: { title: 'Change the mediator', invalid: hasErrors(form), body: <MediatorPage {...props} /> } }
}

export async function saveMediator(request: Request): Promise<Reply> {
  const change = changeOf(request)
  if (!change || !request.staff) return { notFound: true }
  const reading = readForm(z.object({ ...mediatorField, ...outsideField }), request.form)
  if (!reading.ok) return mediatorFormPage(request, () => reading)
  const to = { ...change, mediatorId: reading.value.mediator, outsideReason: reading.value.outside_reason }
  const outcome = await changeMediator(request.desk, request.staff.id, to)
  // Whoever gave their only appointment in the case away does not see it any more.
  if (outcome.done) return { redirect: '/office/diary' }
  const { reason } = outcome
  if (reason === 'no-such-appointment') return { notFound: true }
  return mediatorFormPage(request, () => ({
    values: asTyped(request.form),
    errors: refusalErrors(reason, ['mediator']),
  }))
}
