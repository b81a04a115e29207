import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { appointmentOf, arrivalPlanOf } from '../../../bookings/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { type SettingRefusal, setMeeting } from '../../actions/set-meeting.ts'
import { addressOf, answersOf, meetingOf } from '../../data/online-reads.ts'
import { addressFaultWords, readAddress } from '../../domain/address.ts'
import { providersOf } from '../../domain/online.ts'
import { answerRoutes } from './answer.routes.tsx'
import { OnlinePage } from './online.page.tsx'

type Request = PageRequest<PurposeKey>
interface Tools {
  readonly policy: CompiledPolicy
}

const path = '/office/appointments/:id/online'
const base = { area: 'office', purpose: 'onlineMeetings', entry: 'purpose', path } as const

/** What carries a meeting online, and who agreed to it. */
export const onlineRoutes = (tools: Tools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => show(tools, request) },
  { ...base, method: 'POST', handle: (request) => save(tools, request) },
  ...answerRoutes(tools),
]

/** The appointment is read for its booking, and by what it is carried for this; neither use reads the other's. */
async function found(request: Request, id: Id) {
  const { desk } = request
  const actor = actorOf(request)
  const booked = await desk.read(
    actor,
    { purpose: 'booking', deed: 'appointment.opened', subjectId: id },
    async (scope) => {
      const appointment = await appointmentOf(scope, id)
      if (!appointment) return null
      scope.about({ caseId: appointment.caseId })
      return { appointment, plan: await arrivalPlanOf(scope, appointment.caseId) }
    },
  )
  if (!booked) return null
  const { caseId } = booked.appointment
  const deed = { purpose: 'onlineMeetings', deed: 'online.opened', subjectId: id, caseId } as const
  const online = await desk.read(actor, deed, async (scope) => {
    const [meeting, answers] = await Promise.all([meetingOf(scope, id), answersOf(scope, id)])
    const address = meeting && (await addressOf(scope, meeting.id))
    const names = await staffNames(
      scope,
      [...answers.values()].map((it) => it.recordedBy),
    )
    return { meeting, answers, address, names }
  })
  return { ...booked, ...online }
}

async function show({ policy }: Tools, request: Request, form?: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const all = await found(request, id)
  if (!all) return { notFound: true }
  const held = filledForm({
    provider: all.meeting?.provider ?? '',
    address: all.address ?? '',
    opens: String(all.meeting?.opensMinutes ?? 15),
  })
  const props = { ...all, form: form ?? held, providers: providersOf(policy), token: request.formToken() }
  return { page: { title: 'Meeting online', invalid: hasErrors(props.form), body: <OnlinePage {...props} /> } }
}

const onlineForm = z.object({
  provider: requiredText('Choose a company', 40),
  address: requiredText('Paste the address of the meeting', 600),
  opens: oneOf(['5', '10', '15', '30'], 'Choose how long before'),
})

const refusalWords: Readonly<Record<Exclude<SettingRefusal, 'no-such-appointment'>, string>> = {
  'used-before':
    'Another appointment has or had this address. Make a meeting for this one alone: whoever has the old link could walk in',
  'not-online': 'This appointment is not online any more',
}

async function save(tools: Tools, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const reading = readForm(onlineForm, request.form)
  if (!reading.ok) return show(tools, request, reading)
  const again = (errors: FormState['errors']) => show(tools, request, { values: asTyped(request.form), errors })
  const provider = providersOf(tools.policy).find((it) => it.key === reading.value.provider)
  if (!provider) return again({ provider: 'Choose a company from the list' })
  const address = readAddress(reading.value.address)
  if (!address.done) return again({ address: addressFaultWords[address.reason] })
  const outcome = await setMeeting(request.desk, actorOf(request), {
    ...{ key: request.form.key, appointmentId: id, provider, address: address.value },
    opensMinutes: Number(reading.value.opens),
  })
  if (outcome.done) return { redirect: `/office/appointments/${id}/online` }
  if (outcome.reason === 'no-such-appointment') return { notFound: true }
  return again({ address: refusalWords[outcome.reason] })
}
