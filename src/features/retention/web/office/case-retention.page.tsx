import type { SweepRule } from '../../../../policy/enforcing/sweep-plan.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { CaseStanding } from '../../data/standing-reads.ts'
import type { RetentionCheck } from '../../domain/check.ts'
import { periodWords } from '../../domain/words.ts'
import { longestReason, reviewPeriods } from './hold.form.ts'
import { WhyHeld } from './why-held.tsx'

interface CaseRetentionProps {
  readonly found: CaseStanding
  readonly rule: SweepRule & { readonly why: string }
  readonly checks: readonly RetentionCheck[]
  readonly today: Temporal.PlainDate
  readonly form: FormState
  readonly token: () => string
}

const tokenField = (token: string) => <input type="hidden" name="_form" value={token} />

export const CaseRetentionPage = (props: CaseRetentionProps) => (
  <>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Case {props.found.reference}: why it is kept</h1>
    <WhyHeld found={props.found} rule={props.rule} checks={props.checks} today={props.today} />
    <Holds {...props} />
    <h2 class="govuk-heading-m">Hold this case</h2>
    <p class="govuk-body">
      While it is held nothing of it is destroyed. Holding is for keeping, not for using: nobody sees more of it than
      before.
    </p>
    <Form action={`/office/retention/cases/${props.found.id}/holds`} formFields={tokenField(props.token())}>
      <TextAreaField
        form={props.form}
        name="reason"
        label="Why must it be kept?"
        hint="Such as a court order, a complaint or a claim, and who asked."
        rows={3}
        maxlength={longestReason}
      />
      <RadiosField
        form={props.form}
        name="review"
        legend="When shall somebody look again?"
        items={reviewPeriods.map((period) => ({ value: period, content: `In ${periodWords(period)}` }))}
      />
      <Button preventDoubleClick>Hold this case</Button>
    </Form>
  </>
)

function Holds({ found, token }: CaseRetentionProps) {
  return (
    <>
      {found.holds.map((hold) => (
        <>
          <h2 class="govuk-heading-m">Held since {plainDate(londonDay(hold.placedAt))}</h2>
          <SummaryList
            rows={[
              { key: 'Reason', value: hold.reason },
              { key: 'Look again on', value: plainDate(Temporal.PlainDate.from(hold.reviewOn)) },
            ]}
          />
          <Form action={`/office/retention/cases/${found.id}/holds/${hold.id}/lift`} formFields={tokenField(token())}>
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Lift this hold
            </Button>
          </Form>
        </>
      ))}
    </>
  )
}
