import { Alert } from '../../../../ui/components/alert.tsx'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { outcomeWords } from '../../../cases/index.ts'
import type { Held } from '../../domain/file-standards.ts'
import { CaseForm, toCase } from './case-form.tsx'

export const longestReason = 1000

interface CourseFormProps {
  readonly form: FormState
  readonly token: string
  readonly caseId: string
}

const Why = ({ form, label }: { readonly form: FormState; readonly label: string }) => (
  <TextAreaField form={form} name="reason" label={label} rows={3} maxlength={longestReason} />
)

/** How a case is closed: by whoever runs it, by a supervisor at once, or once a supervisor agreed. */
export type ClosingWay = 'at once' | 'asks'

export const CloseCaseForm = (
  props: CourseFormProps & {
    readonly way: ClosingWay
    readonly gaps: readonly Held[]
    readonly needsReason: boolean
  },
) => (
  <CaseForm
    {...props}
    title="Close the case"
    button={props.way === 'asks' ? 'Ask a supervisor to close it' : 'Close the case'}
    action={`/office/cases/${props.caseId}/close`}
    back={toCase(props.caseId)}
    before={
      <>
        <p class="govuk-body">
          {props.way === 'asks' && 'A supervisor looks at the file and closes it, or sends it back to you. '}
          From the day it is closed the file is kept for the time that the policy says, and then destroyed. It can be
          opened again before that.
        </p>
        <Missing gaps={props.gaps} />
      </>
    }
  >
    <RadiosField
      form={props.form}
      name="outcome"
      legend="How did it end?"
      items={Object.entries(outcomeWords).map(([value, content]) => ({ value, content }))}
    />
    {props.needsReason && <Why form={props.form} label="Nobody has had a MIAM. Why is it closed?" />}
  </CaseForm>
)

/** What a file lacks, before it is closed or looked at. */
export const Missing = ({ gaps }: { readonly gaps: readonly Held[] }) =>
  gaps.length === 0 ? null : (
    <Alert variant="warning" title="Something is missing from this file" showTitleAsHeading>
      <ul class="govuk-list govuk-list--bullet">
        {gaps.map((gap) => (
          <li>
            {gap.standard.title}
            {gap.whose && `: ${gap.whose}`}
          </li>
        ))}
      </ul>
    </Alert>
  )

export const ReopenCaseForm = (props: CourseFormProps) => (
  <CaseForm
    {...props}
    title="Open the case again"
    button="Open the case again"
    action={`/office/cases/${props.caseId}/reopen`}
    back={toCase(props.caseId)}
    before={<p class="govuk-body">The file becomes live. While it is live it is not destroyed.</p>}
  >
    <Why form={props.form} label="Why is it opened again?" />
  </CaseForm>
)

export const MediatorForm = (
  props: CourseFormProps & {
    readonly mediators: readonly { readonly id: string; readonly name: string }[]
    readonly needsReason: boolean
  },
) => (
  <CaseForm
    {...props}
    title="Choose a mediator"
    button="Save"
    action={`/office/cases/${props.caseId}/mediator`}
    back={toCase(props.caseId)}
    before={
      <p class="govuk-body">
        The mediator sees this file from now on. A former one sees it while they still have an appointment in it, and
        for two weeks after.
      </p>
    }
  >
    <SelectField
      form={props.form}
      name="mediator"
      label="Mediator"
      items={[{ value: '', text: 'Choose' }, ...props.mediators.map((it) => ({ value: it.id, text: it.name }))]}
    />
    {props.needsReason && <Why form={props.form} label="They have met somebody already. Why another?" />}
  </CaseForm>
)
