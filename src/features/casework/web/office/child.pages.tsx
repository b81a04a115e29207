import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { DateField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { Child } from '../../../cases/index.ts'
import {
  type ChildAgreement,
  type ChildMeeting,
  type ChildWord,
  type MustAgree,
  mustAgree,
} from '../../data/child-meetings.ts'
import type { PartyNames } from '../../domain/next-step.ts'
import { formToken } from './case-form.tsx'

export const longestWords = 4000

interface ChildMeetingProps {
  readonly child: Child
  readonly caseId: string
  readonly names: PartyNames
  readonly agreements: ReadonlyMap<MustAgree, ChildAgreement>
  readonly meetings: readonly ChildMeeting[]
  readonly mediators: readonly { readonly id: string; readonly name: string }[]
  readonly form: FormState
  readonly token: () => string
}

const statusWords = { booked: 'Booked', held: 'Held', not_held: 'Not held' } as const
const addressOf = (props: ChildMeetingProps) => `/office/cases/${props.caseId}/children/${props.child.id}/meeting`
const whoWords = (props: ChildMeetingProps): Record<MustAgree, string> => ({
  ...props.names,
  child: `${props.child.givenName}, the child`,
})

/** Whether a child may meet the mediator: the three agreements first, then the booking. */
export const ChildMeetingPage = (props: ChildMeetingProps) => {
  const isAgreed = mustAgree.every((who) => props.agreements.get(who)?.agreed)
  return (
    <>
      <BackLink href={`/office/cases/${props.caseId}`}>The case</BackLink>
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">Meeting of {props.child.givenName} with a mediator</h1>
      <Agreements {...props} />
      {isAgreed ? (
        <Book {...props} />
      ) : (
        <InsetText>It can be booked once both parents and the child have agreed. Each can take that back.</InsetText>
      )}
      {props.meetings.map((meeting) => (
        <OneMeeting meeting={meeting} token={props.token} />
      ))}
    </>
  )
}

const Agreements = (props: ChildMeetingProps) => (
  <>
    <SummaryList
      rows={mustAgree.map((who) => {
        const said = props.agreements.get(who)
        const on = said && plainDate(Temporal.PlainDate.from(said.onDay))
        return {
          key: whoWords(props)[who],
          value: said ? `${said.agreed ? 'Agreed' : 'Did not agree'} on ${on}` : 'Not asked yet',
        }
      })}
    />
    <Form action={`${addressOf(props)}/agreement`} formFields={formToken(props.token())}>
      <RadiosField
        form={props.form}
        name="who"
        legend="Who was asked, alone?"
        items={mustAgree.map((value) => ({ value, content: whoWords(props)[value] }))}
      />
      <RadiosField
        form={props.form}
        name="agreed"
        legend="What did they say?"
        items={[
          { value: 'yes', content: 'They agree' },
          { value: 'no', content: 'They do not agree' },
        ]}
      />
      <DateField form={props.form} name="on" legend="On which day?" legendSize="s" hint="For example, 24 11 2026" />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Save what they said
      </Button>
    </Form>
  </>
)

const Book = (props: ChildMeetingProps) => (
  <>
    <h2 class="govuk-heading-m">Book the meeting</h2>
    <Form action={`${addressOf(props)}/book`} formFields={formToken(props.token())}>
      <SelectField
        form={props.form}
        name="mediator"
        label="Mediator"
        hint="Qualified to meet children: Settings, Mediators"
        items={[{ value: '', text: 'Choose' }, ...props.mediators.map((it) => ({ value: it.id, text: it.name }))]}
      />
      <DateField form={props.form} name="day" legend="Day" legendSize="s" hint="For example, 24 11 2026" />
      <TextField form={props.form} name="time" label="Time" hint="Like 14:30. It takes an hour" width={5} />
      <Button preventDoubleClick>Book the meeting</Button>
    </Form>
  </>
)

const OneMeeting = ({ meeting, token }: { readonly meeting: ChildMeeting; readonly token: () => string }) => (
  <>
    <h2 class="govuk-heading-m">
      {dateAndTime(meeting.startsAt)}: {statusWords[meeting.status]}
    </h2>
    {meeting.status === 'held' && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/office/child-meetings/${meeting.id}`}>
          What the child said
        </a>{' '}
        (for the mediator who met them and the supervisor)
      </p>
    )}
    {meeting.status === 'booked' && (
      <Form action={`/office/child-meetings/${meeting.id}/settle`} formFields={formToken(token())}>
        <div class="govuk-button-group">
          <Button name="status" value="held">
            It was held
          </Button>
          <Button name="status" value="not_held" classes="govuk-button--secondary">
            It was not held
          </Button>
        </div>
      </Form>
    )}
  </>
)

/** What a child said, piece by piece: what their parents may be told, and what not. */
export const ChildVoicePage = (props: {
  readonly meeting: ChildMeeting
  readonly words: readonly ChildWord[]
  readonly isOwn: boolean
  readonly form: FormState
  readonly token: () => string
}) => (
  <>
    <BackLink href={`/office/cases/${props.meeting.caseId}`}>The case</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">What the child said</h1>
    <p class="govuk-body">
      Seen by the mediator who met the child, and by the supervisor. What may not be told stays here, unless somebody is
      at risk.
    </p>
    {(['yes', 'no'] as const).map((may) => (
      <>
        <h2 class="govuk-heading-m">{may === 'yes' ? 'You may tell my parents' : 'You may not tell my parents'}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {props.words
            .filter((it) => it.mayTell === (may === 'yes'))
            .map((it) => (
              <li>
                {it.words} <Told word={it} meetingId={props.meeting.id} token={props.token} isOwn={props.isOwn} />
              </li>
            ))}
        </ul>
      </>
    ))}
    {props.isOwn && (
      <Form action={`/office/child-meetings/${props.meeting.id}/words`} formFields={formToken(props.token())}>
        <TextAreaField form={props.form} name="words" label="What did they say?" rows={3} maxlength={longestWords} />
        <RadiosField
          form={props.form}
          name="may"
          legend="What did the child want?"
          items={[
            { value: 'may_tell', content: 'You may tell my parents' },
            { value: 'may_not', content: 'You may not tell my parents' },
          ]}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    )}
  </>
)

const Told = (props: {
  readonly word: ChildWord
  readonly meetingId: string
  readonly token: () => string
  readonly isOwn: boolean
}) => {
  const { word, meetingId, token, isOwn } = props
  if (!word.mayTell) return null
  if (word.toldOn) return <>(told on {plainDate(Temporal.PlainDate.from(word.toldOn))})</>
  if (!isOwn) return <>(not told yet)</>
  return (
    <Form action={`/office/child-meetings/${meetingId}/words/${word.id}/told`} formFields={formToken(token())}>
      <button type="submit" class="ev-small-button">
        They were told<span class="govuk-visually-hidden">: {word.words}</span>
      </button>
    </Form>
  )
}
