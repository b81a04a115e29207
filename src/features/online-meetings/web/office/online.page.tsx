import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList, type SummaryRow } from '../../../../ui/components/summary-list.tsx'
import { Tag, type TagColour } from '../../../../ui/components/tag.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { Appointment, ArrivalPlan, Attendance } from '../../../bookings/index.ts'
import {
  type Answer,
  type OnlineMeeting,
  otherWords,
  type Provider,
  type Standing,
  standingOf,
} from '../../domain/online.ts'

export interface OnlinePageProps {
  readonly appointment: Appointment
  readonly plan: ArrivalPlan
  readonly meeting: OnlineMeeting | null
  readonly address: string | null
  readonly answers: ReadonlyMap<Id, Answer>
  readonly names: ReadonlyMap<Id, string>
  readonly providers: readonly Provider[]
  readonly form: FormState
  readonly token: string
}

/** By what a meeting is carried, and where each stands towards it. */
export const OnlinePage = (props: OnlinePageProps) => {
  const { appointment, meeting, form } = props
  const isOnline = appointment.means === 'online' && appointment.status === 'booked'
  return (
    <>
      <BackLink href={`/office/appointments/${appointment.id}`}>Appointment</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Meeting online</h1>
      <p class="govuk-body">{dateAndTime(appointment.startsAt)}</p>
      {!isOnline && (
        <InsetText>This appointment is not online. To make it so, move it and choose Online as its place.</InsetText>
      )}
      <Carried {...props} />
      {isOnline && <AnswersList {...props} />}
      {isOnline && <HostNotes plan={props.plan} appointment={appointment} />}
      {isOnline &&
        (meeting && !hasErrors(form) ? (
          <Details summary="Change the company or the address">
            <CarriedForm {...props} />
          </Details>
        ) : (
          <CarriedForm {...props} />
        ))}
    </>
  )
}

function Carried({ meeting, address, providers }: OnlinePageProps) {
  if (!meeting) return null
  const name = providers.find((it) => it.key === meeting.provider)?.name ?? meeting.provider
  return (
    <SummaryList
      rows={[
        { key: 'Company', value: name },
        address !== null && {
          key: 'Address',
          value: {
            content: (
              <a class="govuk-link govuk-!-text-break-word" href={address} rel="external noopener noreferrer">
                {address}
              </a>
            ),
          },
        },
        { key: 'Opens', value: `${meeting.opensMinutes} minutes before, for whoever agreed` },
      ]}
    />
  )
}

const standings: Readonly<Record<Standing, readonly [words: string, colour: TagColour]>> = {
  'not-set': ['Not asked yet', 'grey'],
  'not-asked': ['Waits for an answer', 'yellow'],
  agreed: ['Agreed', 'green'],
  refused: ['Said no', 'orange'],
  unsafe: ['Cannot talk safely now', 'red'],
}

const AnswersList = (props: OnlinePageProps) => (
  <>
    <h2 class="govuk-heading-m">Who agreed</h2>
    <p class="govuk-body">
      Each answers for themselves, in the portal or to you. Without a yes nobody gets the link. Tell neither what the
      other said.
    </p>
    <SummaryList rows={props.appointment.attendances.map((it) => answerRow(props, it))} />
  </>
)

function answerRow({ meeting, answers, names }: OnlinePageProps, attendance: Attendance): SummaryRow {
  const name = `${attendance.givenName} ${attendance.familyName}`
  const answer = answers.get(attendance.id) ?? null
  const [words, colour] = standings[standingOf(meeting, answer)]
  const said = answer && `${dateAndTime(answer.at)}, ${channelWords(answer, names)}`
  return {
    key: name,
    value: {
      content: (
        <>
          <Tag colour={colour}>{words}</Tag>
          {said && <p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0">{said}</p>}
          {answer?.instead && <p class="govuk-body govuk-!-margin-bottom-0">Instead: {otherWords[answer.instead]}</p>}
        </>
      ),
    },
    actions: meeting
      ? {
          items: [
            { href: `/office/online/${attendance.id}`, content: 'Record', visuallyHiddenText: `what ${name} said` },
          ],
        }
      : {},
  }
}

function channelWords({ channel, recordedBy }: Answer, names: ReadonlyMap<Id, string>): string {
  if (channel === 'website') return 'in the portal'
  return `${channel === 'telephone' ? 'by telephone' : 'in the office'}, to ${names.get(recordedBy) ?? 'a colleague'}`
}

const nameOf = ({ attendances }: Appointment, side: 'A' | 'B') =>
  attendances.find((it) => it.side === side)?.givenName ?? 'one'

/** What whoever leads the meeting sees to. Why two are let in apart is not said. */
const HostNotes = ({ plan, appointment }: Pick<OnlinePageProps, 'plan' | 'appointment'>) => (
  <>
    <h2 class="govuk-heading-m">When you host it</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>Turn the waiting room on, and let in each by name. Nobody comes in by themselves.</li>
      <li>
        Turn off recording, transcripts and assistants. Send out whatever takes notes; end the meeting if it stays.
      </li>
      <li>Ask each whether they are alone and somewhere private, before you begin.</li>
      {appointment.zone === 'both' && (
        <li>
          {plan.apart
            ? `These two are kept apart: let ${nameOf(appointment, plan.first)} in first, keep each in a room of their own and go between them. Let them leave ${plan.gapMinutes} minutes apart.`
            : 'If somebody must be kept apart, put each into a room of their own and go between them.'}
        </li>
      )}
    </ul>
  </>
)

const CarriedForm = ({ appointment, form, providers, token }: OnlinePageProps) => (
  <Form
    action={`/office/appointments/${appointment.id}/online`}
    formFields={<HiddenField name="_form" value={token} />}
  >
    <RadiosField
      form={form}
      name="provider"
      legend="Which company carries it?"
      hint="Each is shown its notice before they answer"
      legendSize="s"
      items={providers.map((it) => ({ value: it.key, content: it.name }))}
    />
    <TextField
      form={form}
      name="address"
      label="Address by which it is joined"
      hint="One for this appointment alone, beginning with https://"
      autocomplete="off"
    />
    <RadiosField
      form={form}
      name="opens"
      legend="From how long before can they join?"
      legendSize="s"
      inline
      items={['5', '10', '15', '30'].map((value) => ({ value, content: `${value} minutes` }))}
    />
    <Button preventDoubleClick>Save</Button>
  </Form>
)
