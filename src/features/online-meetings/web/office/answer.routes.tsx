import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { isId } from '../../../../values/ids.ts'
import { appointmentOf } from '../../../bookings/index.ts'
import { consentOf } from '../../../consents/index.ts'
import { answerMeeting, type Said } from '../../actions/answer-meeting.ts'
import { meetingOf, type OnlineAttendance, onlineAttendance } from '../../data/online-reads.ts'
import { onlineScope, others, otherWords, providersOf } from '../../domain/online.ts'

type Request = PageRequest<PurposeKey>
interface Tools {
  readonly policy: CompiledPolicy
}

const path = '/office/online/:attendanceId'
const base = { area: 'office', purpose: 'onlineMeetings', entry: 'purpose', path } as const

/** What a party said to a colleague about meeting online. */
export const answerRoutes = (tools: Tools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => show(tools, request) },
  { ...base, method: 'POST', handle: (request) => save(tools, request) },
]

async function show({ policy }: Tools, request: Request, form: FormState = blankForm): Promise<Reply> {
  const { attendanceId } = request.params
  const asked = consentOf(policy, onlineScope)
  if (!isId(attendanceId) || !asked) return { notFound: true }
  const deed = { purpose: 'onlineMeetings', deed: 'online.answer-opened', subjectId: attendanceId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const attendance = await onlineAttendance(scope, attendanceId)
    if (!attendance) return null
    scope.about({ caseId: attendance.caseId })
    const meeting = await meetingOf(scope, attendance.appointmentId)
    return meeting && { attendance, meeting }
  })
  if (!found) return { notFound: true }
  const name = await nameOf(request, found.attendance)
  const provider = providersOf(policy).find((it) => it.key === found.meeting.provider)
  const props = {
    ...{ form, token: request.formToken(), name, meetingId: found.meeting.id },
    ...{ attendanceId, appointmentId: found.attendance.appointmentId, notice: found.meeting.notice },
    ...{ company: provider?.name ?? found.meeting.provider, wording: asked.wording },
  }
  return { page: { title: 'What they said', invalid: hasErrors(form), body: <AnswerPage {...props} /> } }
}

/** Who it is, is read for the booking. */
async function nameOf(request: Request, { appointmentId, attendanceId }: OnlineAttendance): Promise<string> {
  const deed = { purpose: 'booking', deed: 'appointment.opened', subjectId: appointmentId } as const
  const appointment = await request.desk.read(actorOf(request), deed, (scope) => appointmentOf(scope, appointmentId))
  const whose = appointment?.attendances.find((it) => it.id === attendanceId)
  return whose ? `${whose.givenName} ${whose.familyName}` : 'the party'
}

const answerForm = z
  .object({
    answer: oneOf(['yes', 'no'], 'Say what they answered'),
    instead: oneOf(others, 'Choose one of these').optional(),
    how: oneOf(['telephone', 'office'], 'Say how they told you'),
    meeting: z.string().default(''),
  })
  .transform(({ answer, instead, how, meeting }): { said: Said; channel: 'telephone' | 'office' } => ({
    said: answer === 'yes' ? { word: 'yes', meetingId: meeting } : { word: 'no', instead: instead ?? null },
    channel: how,
  }))

async function save(tools: Tools, request: Request): Promise<Reply> {
  const { attendanceId } = request.params
  if (!isId(attendanceId)) return { notFound: true }
  const reading = readForm(answerForm, request.form)
  if (!reading.ok) return show(tools, request, reading)
  const input = { key: request.form.key, attendanceId, ...reading.value }
  const outcome = await answerMeeting(request.desk, actorOf(request), input, tools.policy)
  if (outcome.done) return { redirect: `/office/appointments/${outcome.value.appointmentId}/online` }
  if (outcome.reason !== 'changed') return { notFound: true }
  const message = 'A colleague changed what carries this meeting meanwhile. Ask again'
  return show(tools, request, { values: asTyped(request.form), errors: { answer: message } })
}

const AnswerPage = (props: {
  readonly form: FormState
  readonly token: string
  readonly name: string
  readonly attendanceId: string
  readonly appointmentId: string
  readonly meetingId: string
  readonly company: string
  readonly notice: string
  readonly wording: string
}) => (
  <>
    <BackLink href={`/office/appointments/${props.appointmentId}/online`}>Meeting online</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">What {props.name} said about meeting online</h1>
    <p class="govuk-body govuk-!-text-break-word">
      The meeting would be with {props.company}. Say where its notice is, {props.notice}, and read these words to them:
    </p>
    <InsetText>{props.wording}</InsetText>
    <Form
      action={`/office/online/${props.attendanceId}`}
      formFields={
        <>
          <HiddenField name="_form" value={props.token} />
          <HiddenField name="meeting" value={props.meetingId} />
        </>
      }
    >
      <RadiosField
        form={props.form}
        name="answer"
        legend="What did they answer?"
        legendSize="s"
        items={[
          { value: 'yes', content: 'Yes, to this meeting' },
          { value: 'no', content: 'No, or not any more' },
        ]}
      />
      <RadiosField
        form={props.form}
        name="instead"
        legend="If no: how would they rather meet? (optional)"
        legendSize="s"
        items={others.map((value) => ({ value, content: otherWords[value] }))}
      />
      <RadiosField
        form={props.form}
        name="how"
        legend="How did they tell you?"
        legendSize="s"
        items={[
          { value: 'telephone', content: 'By telephone' },
          { value: 'office', content: 'In the office' },
        ]}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
