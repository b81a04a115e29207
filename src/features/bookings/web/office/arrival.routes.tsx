import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { rooms } from '../../../settings/index.ts'
import { planArrival, planOneArrival } from '../../actions/plan-arrival.ts'
import type { TellingTools } from '../../actions/tell-parties.ts'
import { arrivalPlanOf } from '../../data/arrival-plans.ts'
import { type ArrivalPlan, isToArrive, planIn } from '../../domain/arrival.ts'
import { appointmentPath, whatWords, whenWords } from './appointment-words.tsx'
import { ArrivalPage, arrivalForm, asPlanned } from './arrival.forms.tsx'
import { changeOf, findAppointment } from './found-appointment.ts'
import { refusalErrors } from './refusal-words.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const
const ofCase = { ...base, path: '/office/cases/:caseId/arrival' } as const
const ofOne = { ...base, path: '/office/appointments/:id/arrival' } as const

/** How the two parties of a case arrive and wait, at all that they come to or at one appointment. */
export const arrivalRoutes = (tools: TellingTools): Route<PurposeKey>[] => [
  { ...ofCase, method: 'GET', handle: (request) => show(request, asPlanned) },
  { ...ofCase, method: 'POST', handle: (request) => save(request, tools) },
  { ...ofOne, method: 'GET', handle: (request) => showOne(request) },
  { ...ofOne, method: 'POST', handle: (request) => saveOne(request, tools) },
]

async function show(request: Request, formFor: (plan: ArrivalPlan) => FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'arrival.opened', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [head, parties, plan] = await Promise.all([
      caseHead(scope, caseId),
      partiesOf(scope, caseId),
      arrivalPlanOf(scope, caseId),
    ])
    return head && { reference: head.reference, names: zoneNames(parties), plan }
  })
  if (!found) return { notFound: true }
  // Whoever judged that they wait apart chooses who comes first.
  const isProposed = request.query.apart === 'yes' && !found.plan.apart
  const form = isProposed && formFor === asPlanned ? filledForm({ gap: '15' }) : formFor(found.plan)
  const title = 'How they arrive'
  const body = (
    <ArrivalPage
      {...{ form, title, names: found.names, action: `/office/cases/${caseId}/arrival` }}
      back={{ href: `/office/cases/${caseId}`, text: `Case ${found.reference}` }}
      formFields={<HiddenField name="_form" value={request.formToken()} />}
    >
      {isProposed && <InsetText>They are to arrive and wait apart: choose who comes first.</InsetText>}
      <p class="govuk-body govuk-!-width-two-thirds">
        For sessions with both in a room. An appointment may have times of its own: they stay as they are.
      </p>
    </ArrivalPage>
  )
  return { page: { title, invalid: hasErrors(form), body } }
}

async function save(request: Request, tools: TellingTools): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(arrivalForm, request.form)
  if (!reading.ok) return show(request, () => reading)
  const input = { key: request.form.key, caseId, plan: reading.value }
  const outcome = await planArrival(request.desk, actorOf(request), input, tools)
  return outcome.done ? { redirect: `/office/cases/${caseId}` } : { notFound: true }
}

/** What was said last, or what was typed, of one appointment at which both are still to arrive. */
async function showOne(request: Request, typed?: FormState): Promise<Reply> {
  const found = await findAppointment(request, async (scope) => rooms(scope))
  if (!found || !isToArrive(found.appointment, request.now)) return { notFound: true }
  const { appointment, more } = found
  const form = typed ?? asPlanned(planIn(appointment))
  const title = 'How they arrive this time'
  const path = appointmentPath(appointment.id)
  const venue = more.find((it) => it.id === appointment.roomId)?.venue
  const [a, b] = (['A', 'B'] as const).map((side) => appointment.attendances.find((it) => it.side === side)?.givenName)
  const body = (
    <ArrivalPage
      {...{ form, title, names: { a: a ?? '', b: b ?? '' }, action: `${path}/arrival` }}
      back={{ href: path, text: 'Appointment' }}
      formFields={
        <>
          <HiddenField name="_form" value={request.formToken()} />
          <HiddenField name="revision" value={String(appointment.revision)} />
        </>
      }
    >
      <p class="govuk-body govuk-!-width-two-thirds">
        For {whatWords(appointment)}, {whenWords(appointment, request.today)} alone, whatever holds for the case.
      </p>
      {venue && !venue.separateWaiting && <WarningText>{`There is one waiting room at ${venue.name}.`}</WarningText>}
    </ArrivalPage>
  )
  return { page: { title, invalid: hasErrors(form), body } }
}

async function saveOne(request: Request, tools: TellingTools): Promise<Reply> {
  const change = changeOf(request)
  if (!change) return { notFound: true }
  const reading = readForm(arrivalForm, request.form)
  if (!reading.ok) return showOne(request, reading)
  const outcome = await planOneArrival(request.desk, actorOf(request), { ...change, plan: reading.value }, tools)
  if (outcome.done) return { redirect: appointmentPath(change.appointmentId) }
  if (outcome.reason === 'no-such-appointment') return { notFound: true }
  return showOne(request, { values: asTyped(request.form), errors: refusalErrors(outcome.reason, []) })
}
