import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { ways, wayWords } from '../../domain/breach.ts'
import { breachesPath } from './list.page.tsx'

/** Three things and no more: the rest is asked on the page that follows. */
export const RecordPage = (props: {
  readonly form: FormState
  readonly token: string
  /** The message from which somebody came. */
  readonly messageId: string
}) => (
  <>
    <BackLink href={breachesPath}>Breaches and near misses</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Something went wrong</h1>
    <p class="govuk-body">Say what you know. It need not be complete, and the next page takes you through the rest.</p>
    <Form
      action={`${breachesPath}/new`}
      formFields={
        <>
          <HiddenField name="_form" value={props.token} />
          <HiddenField name="message" value={props.messageId} />
        </>
      }
    >
      <RadiosField
        form={props.form}
        name="kind"
        legend="Did it happen?"
        items={[
          { value: 'breach', content: 'It happened, or may have happened' },
          { value: 'near_miss', content: 'It nearly happened, and nobody saw or lost anything' },
        ]}
        small
      />
      <RadiosField
        form={props.form}
        name="way"
        legend="What went wrong?"
        items={ways.map((value) => ({ value, content: wayWords[value] }))}
        small
      />
      <TextAreaField form={props.form} name="what" label="What happened?" rows={5} maxlength={4000} />
      <DateField
        form={props.form}
        name="aware_on"
        legend="When did the first of us know?"
        hint="Leave the day and the time empty for now. The hours in which the regulator is told run from it."
      />
      <TextField form={props.form} name="time" label="At what time?" hint="Like 2:30pm or 14:30." />
      <Button preventDoubleClick>Save and go on</Button>
    </Form>
  </>
)
