import { Button } from '../../../../ui/components/button.tsx'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { outcomeWords } from '../../domain/words.ts'

interface CourseFormProps {
  readonly form: FormState
  readonly token: string
  readonly caseId: string
}

const tokenField = (token: string) => <input type="hidden" name="_form" value={token} />

export const CloseCaseForm = ({ form, token, caseId }: CourseFormProps) => (
  <>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">Close the case</h1>
    <p class="govuk-body">
      From today the file is kept for the time that the policy says, and then destroyed. It can be opened again before
      that.
    </p>
    <Form action={`/office/cases/${caseId}/close`} formFields={tokenField(token)}>
      <RadiosField
        form={form}
        name="outcome"
        legend="How did it end?"
        items={Object.entries(outcomeWords).map(([value, content]) => ({ value, content }))}
      />
      <Button preventDoubleClick>Close the case</Button>
    </Form>
  </>
)

export const ReopenCaseForm = ({ form, token, caseId }: CourseFormProps) => (
  <>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">Open the case again</h1>
    <p class="govuk-body">The file becomes live. While it is live it is not destroyed.</p>
    <Form action={`/office/cases/${caseId}/reopen`} formFields={tokenField(token)}>
      <Button preventDoubleClick>Open the case again</Button>
    </Form>
  </>
)

export const MediatorForm = (
  props: CourseFormProps & { readonly mediators: readonly { readonly id: string; readonly name: string }[] },
) => (
  <>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Choose a mediator</h1>
    <p class="govuk-body">
      The mediator sees this file from now on. A former one sees it while they still have an appointment in it, and for
      two weeks after.
    </p>
    <Form action={`/office/cases/${props.caseId}/mediator`} formFields={tokenField(props.token)}>
      <SelectField
        form={props.form}
        name="mediator"
        label="Mediator"
        items={[{ value: '', text: 'Choose' }, ...props.mediators.map((it) => ({ value: it.id, text: it.name }))]}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
