import type { ConsentScopeRule } from '../../../../policy/enforcing/consent-scopes.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { OwnMeeting } from '../../data/own-meeting.ts'
import { others, otherWords, type Provider, standingOf } from '../../domain/online.ts'

export interface JoinPageProps {
  readonly own: OwnMeeting
  readonly provider: Provider | null
  readonly asked: ConsentScopeRule
  readonly form: FormState
  readonly now: Temporal.Instant
  readonly token: string
  readonly telephone: string
}

/** One meeting online of a party's own: asking them, letting them in, or saying what happens instead. */
export const JoinPage = (props: JoinPageProps) => (
  <>
    <BackLink href="/portal">Your appointments</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Meeting online</h1>
    <InsetText>{dateAndTime(props.own.startsAt)}</InsetText>
    <Standing {...props} />
    {props.telephone && <p class="govuk-body">You can also ring us on {props.telephone}.</p>}
  </>
)

function Standing(props: JoinPageProps): Content {
  const { own, provider, now } = props
  if (!own.takesPlace) return <p class="govuk-body">This meeting does not take place.</p>
  if (Temporal.Instant.compare(now, own.endsAt) >= 0) return <p class="govuk-body">This meeting is over.</p>
  const standing = standingOf(own.meeting, own.answer)
  if (standing === 'not-set' || !provider || !own.meeting)
    return (
      <p class="govuk-body">
        We have not set it up yet. Look here again a day before: nothing is decided until you say yes.
      </p>
    )
  if (standing === 'unsafe') return <Unsafe {...props} provider={provider} />
  if (standing === 'refused') return <Refused {...props} provider={provider} />
  if (standing === 'not-asked') return <Ask {...props} provider={provider} />
  return <Agreed {...props} />
}

type Asking = JoinPageProps & { readonly provider: Provider }

const Ask = (props: Asking) => (
  <>
    <p class="govuk-body">
      We would meet with {props.provider.name}. It is another company, with a notice of its own about what it does with
      your details. Please read it first.
    </p>
    <Notice provider={props.provider} />
    <p class="govuk-body">
      You need not agree. If you say no, we meet in a room or talk by telephone, and you lose nothing. We do not tell
      the other person what you answered.
    </p>
    <AnswerForm {...props} />
  </>
)

/** It leads away from us, and says so. */
const Notice = ({ provider }: { readonly provider: Provider }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={provider.notice} rel="external noopener noreferrer">
      The notice of {provider.name} (another website)
    </a>
  </p>
)

const AnswerForm = ({ own, form, asked, token }: Asking) => (
  <Form
    action={`/portal/online/${own.attendanceId}`}
    formFields={
      <>
        <HiddenField name="_form" value={token} />
        <HiddenField name="meeting" value={own.meeting?.id ?? ''} />
      </>
    }
  >
    <RadiosField
      form={form}
      name="answer"
      legend="Do you agree to meet online this time?"
      legendSize="m"
      items={[
        { value: 'yes', content: 'Yes', hint: asked.wording },
        { value: 'no', content: 'No, I would rather meet another way' },
      ]}
    />
    <OtherWay form={form} />
    <Button preventDoubleClick>Send my answer</Button>
  </Form>
)

const OtherWay = ({ form }: { readonly form: FormState }) => (
  <RadiosField
    form={form}
    name="instead"
    legend="If not online, how? (optional)"
    legendSize="s"
    small
    items={others.map((value) => ({ value, content: otherWords[value] }))}
  />
)

const Refused = (props: Asking) => (
  <>
    <p class="govuk-body">
      You said that you would rather not meet online.{' '}
      {props.own.answer?.instead ? insteadWords[props.own.answer.instead] : ''} We get in touch about it, in the way you
      told us is safe. We do not tell the other person why.
    </p>
    <p class="govuk-body">{props.asked.withdrawal.continues}</p>
    <Details summary="I have changed my mind">
      <Notice provider={props.provider} />
      <AnswerForm {...props} />
    </Details>
  </>
)

const insteadWords = {
  room: 'You asked to meet in person.',
  telephone: 'You asked to talk by telephone.',
  either: 'You said that in person or by telephone is fine.',
} as const

const Unsafe = (props: Asking) => (
  <>
    <p class="govuk-body">
      You said that you cannot talk safely now. We do not ring you, and we do not tell the other person. You can close
      this page. If you are in danger and can ring, ring 999; if you cannot speak, press 55.
    </p>
    <p class="govuk-body">When it is safe again, you can still join.</p>
    <AnswerForm {...props} />
  </>
)

function Agreed({ own, token, asked }: JoinPageProps) {
  return (
    <>
      <p class="govuk-body">
        You agreed to meet online this time.{' '}
        {!own.address && own.opensAt && `The link is here from ${dateAndTime(own.opensAt)}.`}
      </p>
      <Rules />
      {own.address && (
        <p class="govuk-body">
          <a class="govuk-link govuk-!-font-weight-bold" href={own.address} rel="external noopener noreferrer">
            Join the meeting (another website)
          </a>
        </p>
      )}
      <form method="post" action={`/portal/online/${own.attendanceId}/unsafe`}>
        <HiddenField name="_form" value={token} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          I cannot talk safely now
        </Button>
      </form>
      <Details summary="I would rather not meet online after all">
        <p class="govuk-body">{asked.withdrawal.stops}</p>
        <Form
          action={`/portal/online/${own.attendanceId}`}
          formFields={
            <>
              <HiddenField name="_form" value={token} />
              <HiddenField name="answer" value="no" />
            </>
          }
        >
          <OtherWay form={blankForm} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            I do not agree any more
          </Button>
        </Form>
      </Details>
    </>
  )
}

/** What is asked of everybody before they come in. */
const Rules = () => (
  <>
    <h2 class="govuk-heading-m">Before you join, please</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>be somewhere private and safe, with nobody else in the room: no child, partner or friend</li>
      <li>make no recording of sound or picture</li>
      <li>
        switch off every assistant that takes notes or listens, such as Otter, Copilot or Read. If one comes in by
        itself, send it out. The mediator ends the meeting while one is there
      </li>
      <li>call yourself by your first name, and hide what is behind you: others can see both</li>
    </ul>
  </>
)
