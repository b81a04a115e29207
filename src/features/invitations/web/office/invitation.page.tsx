import { Alert } from '../../../../ui/components/alert.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { GivenAnswer, SentStep } from '../../data/invitation-reads.ts'
import type { Pair } from '../../data/ways.ts'
import {
  answers,
  answerWords,
  clearanceWords,
  groupWords,
  noWayWords,
  outcomes,
  outcomeWords,
  waysToStaff,
  wayWords,
} from '../../domain/words.ts'
import { type BoardLine, DueWords, invitationPath, Press } from './board.page.tsx'

export interface InvitationPageProps {
  readonly line: BoardLine
  readonly pair: Pair
  readonly steps: readonly SentStep[]
  readonly answers: readonly GivenAnswer[]
  /** Whether the one who looks may say that the other party may be invited. */
  readonly mayClear: boolean
  readonly screened: boolean
  readonly live: boolean
  readonly form: FormState
  readonly today: Temporal.PlainDate
  readonly token: () => string
}

/** One invitation: where it stands, what was sent and answered, and what can be done. */
export function InvitationPage(props: InvitationPageProps) {
  const { line, form, live } = props
  const path = invitationPath(line.invitation.id)
  const running = live && line.invitation.outcome !== 'attended'
  return (
    <>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">
        <a class="govuk-link" href={`/office/cases/${line.invitation.caseId}`}>
          Case {line.reference}
        </a>
      </span>
      <h1 class="govuk-heading-l">Inviting {line.name}</h1>
      <Facts {...props} />
      {running && line.standing.group === 'invite' && line.invitation.outcome === null && (
        <Press
          action={`${path}/send`}
          token={props.token()}
          words={line.way === 'email' ? 'Send the e-mail' : 'Write the letter'}
        />
      )}
      <Sent steps={props.steps} />
      <Answered answers={props.answers} />
      {running && <ClearanceForm {...props} />}
      {running && <AnswerForm {...props} />}
      {running && <OutcomeForm {...props} />}
    </>
  )
}

function Facts({ line, pair, today, screened, mayClear }: InvitationPageProps) {
  const { invitation, standing } = line
  const { way } = pair.invitee
  return (
    <SummaryList
      rows={[
        { key: 'First MIAM', value: `${plainDate(invitation.since)}, with ${pair.inviter.name}` },
        {
          key: 'Stands',
          value: invitation.outcome
            ? `${outcomeWords[invitation.outcome]}${invitation.outcomeOn ? `, ${plainDate(invitation.outcomeOn)}` : ''}`
            : groupWords[standing.group].title,
        },
        invitation.outcome === null && { key: 'Due', value: { content: <DueWords {...{ standing, today }} /> } },
        { key: 'Safety', value: clearanceWords[invitation.clearance] },
        mayClear && { key: 'Safety check', value: screened ? 'Recorded' : 'Not recorded yet' },
        {
          key: 'Named in the letter',
          value: invitation.namesInviter ? `${pair.inviter.name}, who allowed it` : 'Nobody is named',
        },
        {
          key: 'Way to write',
          value: way
            ? way.channel === 'email'
              ? 'By e-mail'
              : 'By letter'
            : `None: ${noWayWords[pair.invitee.whyNot ?? 'none'].toLowerCase()}`,
        },
      ]}
    />
  )
}

const Sent = ({ steps }: Pick<InvitationPageProps, 'steps'>) => (
  <>
    <h2 class="govuk-heading-m">What was sent</h2>
    {steps.length === 0 ? (
      <p class="govuk-body">Nothing yet.</p>
    ) : (
      <Table
        head={['What', 'By', 'Written', 'Notice that went with it']}
        rows={steps.map((step) => [
          {
            content: (
              <a class="govuk-link" href={`/office/messages/${step.messageId}`}>
                {step.kind === 'invitation' ? 'Invitation' : 'Reminder'}
              </a>
            ),
          },
          step.channel === 'email' ? 'E-mail' : 'Letter',
          dateAndTime(step.madeAt),
          step.noticeDate ? `Notice of ${plainDate(step.noticeDate)}` : 'None: it went before',
        ])}
      />
    )}
  </>
)

const Answered = ({ answers: given }: Pick<InvitationPageProps, 'answers'>) =>
  given.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What they answered</h2>
      <Alert variant="information" title="Theirs alone">
        The person who came first is told no more than the mediator decides: whether a meeting comes about.
      </Alert>
      <Table
        head={['Answer', 'How', 'When', 'How to reach them']}
        rows={given.map((it) => [answerWords[it.kind], wayWords[it.way], dateAndTime(it.at), it.reach ?? ''])}
      />
    </>
  )

function ClearanceForm({ line, mayClear, screened, pair, token }: InvitationPageProps) {
  const may = mayClear && screened
  return (
    <Form
      action={`${invitationPath(line.invitation.id)}/clearance`}
      formFields={<HiddenField name="_form" value={token()} />}
    >
      <h2 class="govuk-heading-m">Whether they may be invited</h2>
      {mayClear && !screened && (
        <p class="govuk-body">Record the safety check of the first MIAM. Until then nobody is invited.</p>
      )}
      {!mayClear && (
        <p class="govuk-body">
          The mediator says so, after the safety check. You can stop it at any time, and need not say why.
        </p>
      )}
      <div class="govuk-button-group">
        {may && (
          <Button name="decision" value="unnamed" preventDoubleClick>
            They may be invited, without a name
          </Button>
        )}
        {may && (
          <Button name="decision" value="named" preventDoubleClick>
            They may be invited, and {pair.inviter.name} allowed to be named
          </Button>
        )}
        <Button name="decision" value="stopped" classes="govuk-button--secondary" preventDoubleClick>
          Stop: do not write to them
        </Button>
      </div>
    </Form>
  )
}

const AnswerForm = ({ line, form, token }: InvitationPageProps) => (
  <Form
    action={`${invitationPath(line.invitation.id)}/answer`}
    formFields={<HiddenField name="_form" value={token()} />}
  >
    <h2 class="govuk-heading-m">Record what they answered</h2>
    <RadiosField
      form={form}
      name="answer"
      legend="What did they say?"
      legendSize="s"
      small
      items={answers.map((value) => ({ value, content: answerWords[value] }))}
    />
    <RadiosField
      form={form}
      name="way"
      legend="How did it reach you?"
      legendSize="s"
      small
      items={waysToStaff.map((value) => ({ value, content: wayWords[value] }))}
    />
    <TextField
      form={form}
      name="reach"
      label="How and when they can be reached safely, if they said"
      hint="This stays in their own part of the file"
    />
    <Button preventDoubleClick classes="govuk-button--secondary">
      Record the answer
    </Button>
  </Form>
)

const OutcomeForm = ({ line, form, token }: InvitationPageProps) => (
  <Form
    action={`${invitationPath(line.invitation.id)}/outcome`}
    formFields={<HiddenField name="_form" value={token()} />}
  >
    <h2 class="govuk-heading-m">How it ended</h2>
    <RadiosField
      form={form}
      name="outcome"
      legend="Outcome"
      legendSize="s"
      small
      hint="That they came to a MIAM is noted when it is written up."
      items={[
        ...outcomes.map((value) => ({ value, content: outcomeWords[value] })),
        { value: 'open', content: 'It has not ended: go on' },
      ]}
    />
    <Button preventDoubleClick classes="govuk-button--secondary">
      Record the outcome
    </Button>
  </Form>
)
