import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormErrors, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { dateValues, wholeDateField } from '../../../settings/index.ts'
import { decideFee, type FeeRefusal } from '../../actions/decide-fee.ts'
import type { TellingTools } from '../../actions/tell-parties.ts'
import { missedOf } from '../../data/missed-fees.ts'
import { appointmentPath } from './appointment-words.tsx'
import { FeePage } from './fee.page.tsx'
import { findAppointment } from './found-appointment.ts'

type Request = PageRequest<PurposeKey>
const path = '/office/appointments/:id/fee/:side'
const base = { area: 'office', purpose: 'booking', entry: 'purpose', path } as const

/** Deciding what is asked of a party who missed an appointment. */
export const feeRoutes = (tools: TellingTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => page(request) },
  { ...base, method: 'POST', handle: (request) => decide(request, tools) },
]

async function find(request: Request) {
  const found = await findAppointment(request, (scope, { id }) => missedOf(scope, id))
  const missed = found?.more.find((it) => it.side === request.params.side)
  const attendance = found?.appointment.attendances.find((it) => it.side === missed?.side)
  return found && missed && attendance ? { appointment: found.appointment, missed, attendance } : null
}

async function page(request: Request, typed?: FormState): Promise<Reply> {
  const found = await find(request)
  if (!found) return { notFound: true }
  const { toldOn, decision } = found.missed
  const form =
    typed ??
    filledForm({
      ...(toldOn ? dateValues('told', toldOn) : {}),
      ...(decision ? { decision: decision.amountPence > 0 ? 'ask' : 'waive', reason: decision.reason ?? '' } : {}),
    })
  const body = <FeePage {...found} form={form} token={request.formToken()} />
  return { page: { title: 'A missed appointment', invalid: hasErrors(form), body } }
}

const schema = z.object({
  decision: oneOf(['ask', 'waive'], 'Choose whether something is asked'),
  reason: optionalText(1000),
})
const told = wholeDateField('told', 'Enter the day on which they told us')

const refusals: Readonly<Record<Exclude<FeeRefusal, 'not-missed'>, FormErrors>> = {
  'nothing-due': { decision: 'By the rule nothing is asked here. Choose that nothing is asked, and say why' },
  'no-reason': { reason: 'Say why nothing is asked' },
}

async function decide(request: Request, tools: TellingTools): Promise<Reply> {
  const found = await find(request)
  const { id: appointmentId } = request.params
  if (!found || !isId(appointmentId) || !request.staff) return { notFound: true }
  const again = (errors: FormErrors) => page(request, { values: asTyped(request.form), errors })
  const { how, side, meetingDay } = found.missed
  const reading = readForm(schema, request.form)
  const when = how === 'cancelled' ? readForm(told, request.form) : null
  if (!reading.ok || when?.ok === false)
    return again({ ...(when?.ok === false ? when.errors : {}), ...(reading.ok ? {} : reading.errors) })
  const toldOn = when ? Temporal.PlainDate.from(when.value.told) : null
  if (toldOn && Temporal.PlainDate.compare(toldOn, meetingDay) > 0)
    return again({
      told: 'They told us on the day of the appointment or before it. If not, record that they did not come',
    })
  const input = { key: request.form.key, appointmentId, side, toldOn, ...reading.value }
  const outcome = await decideFee(request.desk, request.staff.id, input, tools)
  if (outcome.done) return { redirect: appointmentPath(appointmentId) }
  return outcome.reason === 'not-missed' ? { notFound: true } : again(refusals[outcome.reason])
}
