import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { FollowUp } from '../../data/follow-ups.ts'
import { CaseForm, formToken, toCase } from './case-form.tsx'

export const longestFollowUp = 500

/** Who can be set to it: me, the case's mediator, or anybody of a role. */
export const followUpChoices = ['me', 'mediator', 'coordinator', 'supervisor'] as const
export type FollowUpChoice = (typeof followUpChoices)[number]
const choiceWords: Readonly<Record<FollowUpChoice, string>> = {
  me: 'I do it myself',
  mediator: 'The mediator of this case',
  coordinator: 'A coordinator',
  supervisor: 'A supervisor',
}

export const NewFollowUpPage = (props: {
  readonly form: FormState
  readonly token: string
  readonly caseId: string
  readonly choices: readonly FollowUpChoice[]
}) => (
  <CaseForm
    title="Add a follow-up"
    button="Add the follow-up"
    action={`/office/cases/${props.caseId}/follow-ups/new`}
    back={toCase(props.caseId)}
    form={props.form}
    token={props.token}
  >
    <TextAreaField
      form={props.form}
      name="words"
      label="What is to be done?"
      hint="Seen by colleagues who work on this case. No party sees it."
      rows={3}
      maxlength={longestFollowUp}
    />
    <RadiosField
      form={props.form}
      name="who"
      legend="Who does it?"
      items={props.choices.map((value) => ({ value, content: choiceWords[value] }))}
    />
    <DateField form={props.form} name="due" legend="By when?" legendSize="s" hint="For example, 24 11 2026" />
  </CaseForm>
)

export const roleWords = { coordinator: 'A coordinator', mediator: 'The mediator', supervisor: 'A supervisor' } as const

export const FollowUpPage = (props: {
  readonly form: FormState
  readonly token: () => string
  readonly followUp: FollowUp
  readonly who: string
}) => {
  const { followUp: it } = props
  const address = `/office/cases/${it.caseId}/follow-ups/${it.id}`
  return (
    <CaseForm
      title="Follow-up"
      button="Move it"
      action={`${address}/move`}
      back={toCase(it.caseId)}
      form={props.form}
      token={props.token()}
      before={
        <>
          <SummaryList
            rows={[
              { key: 'What', value: it.words },
              { key: 'Who', value: props.who },
              { key: 'By', value: plainDate(Temporal.PlainDate.from(it.dueOn)) },
            ]}
          />
          <Form action={`${address}/done`} formFields={formToken(props.token())}>
            <Button preventDoubleClick>It is done</Button>
          </Form>
        </>
      }
    >
      <DateField form={props.form} name="due" legend="Or move it to another day" legendSize="s" />
    </CaseForm>
  )
}
