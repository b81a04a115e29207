import type { SweepRule } from '../../../../policy/enforcing/sweep-plan.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { CaseStanding } from '../../data/standing-reads.ts'
import type { RetentionCheck } from '../../domain/check.ts'
import { periodWords } from '../../domain/words.ts'
import {
  authorityWords,
  heldParts,
  type KindOfData,
  kindWords,
  longestReason,
  partOf,
  partWords,
  reviewPeriods,
} from './hold.form.ts'
import { WhyHeld } from './why-held.tsx'

interface CaseRetentionProps {
  readonly found: CaseStanding
  readonly rule: SweepRule & { readonly why: string }
  readonly checks: readonly RetentionCheck[]
  readonly today: Temporal.PlainDate
  readonly form: FormState
  readonly kinds: readonly KindOfData[]
  readonly token: () => string
}

const tokenField = (token: string) => <input type="hidden" name="_form" value={token} />

export const CaseRetentionPage = (props: CaseRetentionProps) => (
  <>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Case {props.found.reference}: why it is kept</h1>
    <WhyHeld found={props.found} rule={props.rule} checks={props.checks} today={props.today} />
    <Holds {...props} />
    <PlaceHold {...props} />
  </>
)

const PlaceHold = (props: CaseRetentionProps) => (
  <section>
    <h2 class="govuk-heading-m">Hold this case</h2>
    <p class="govuk-body">
      While anything of a file is held the file is not destroyed, and what is held is neither emptied nor written over.
      Holding is for keeping, not for using: nobody sees more of it than before.
    </p>
    <Form action={`/office/retention/cases/${props.found.id}/holds`} formFields={tokenField(props.token())}>
      <RadiosField
        form={props.form}
        name="part"
        legend="What is held?"
        items={heldParts.map((value) => ({ value, content: partWords[value] }))}
      />
      <SelectField
        form={props.form}
        name="category"
        label="Which kind of data?"
        items={[
          { value: 'all', text: 'Every kind' },
          ...props.kinds.map(({ key, title }) => ({ value: key, text: title })),
        ]}
      />
      <RadiosField
        form={props.form}
        name="kind"
        legend="What is it for?"
        items={Object.entries(kindWords).map(([value, content]) => ({ value, content }))}
      />
      <RadiosField
        form={props.form}
        name="authority"
        legend="On whose word?"
        items={Object.entries(authorityWords).map(([value, content]) => ({ value, content }))}
      />
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
  </section>
)

function Holds({ found, kinds, token }: CaseRetentionProps) {
  return (
    <>
      {found.holds.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/retention/cases/${found.id}/held`}>
            Read its records for a claim
          </a>
        </p>
      )}
      {found.holds.map((hold) => (
        <>
          <h2 class="govuk-heading-m">Held since {plainDate(londonDay(hold.placedAt))}</h2>
          <SummaryList
            rows={[
              { key: 'What', value: partOf(hold, kinds) },
              { key: 'For', value: kindWords[hold.kind] },
              { key: 'On the word of', value: authorityWords[hold.authority] },
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
