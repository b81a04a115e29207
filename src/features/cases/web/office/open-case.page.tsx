import { Button } from '../../../../ui/components/button.tsx'
import { DateField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { PossibleMatches } from '../../../../ui/forms/possible-matches.tsx'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { topicWords } from '../../domain/words.ts'
import { childLines } from './open-case.form.ts'

/** Somebody on record who may be the party. */
export interface MayBe {
  /** Their record, or the card of one whose file has ended. */
  readonly personId: string
  /** Their name, cases and why they may be meant. */
  readonly words: string
}

export interface MayBeParties {
  readonly a: readonly MayBe[]
  readonly b: readonly MayBe[]
}

/** The two parties side by side and equal, then the children and a mediator. */
export function OpenCasePage(props: {
  readonly form: FormState
  readonly token: string
  readonly enquiryId: string
  readonly mediators: readonly { readonly id: string; readonly name: string }[]
  readonly mayBe: MayBeParties
}) {
  const { form, token, enquiryId, mediators, mayBe } = props
  const party = (side: 'a' | 'b', title: string) => (
    <div class="govuk-grid-column-one-half">
      <h2 class="govuk-heading-m">{title}</h2>
      <TextField form={form} name={`${side}_given_name`} label={`First name, ${side.toUpperCase()}`} />
      <TextField form={form} name={`${side}_family_name`} label={`Last name, ${side.toUpperCase()}`} />
      <PossibleMatches from="/office/search/possible" prefix={`${side}_`} />
      <DateField
        form={form}
        name={`${side}_birth_date`}
        legend={`Date of birth, ${side.toUpperCase()}`}
        hint="Leave out what is not known"
      />
      <SamePerson form={form} side={side} mayBe={mayBe[side]} />
    </div>
  )
  return (
    <>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Open a case</h1>
      <Form
        action={`/office/enquiries/${enquiryId}/open-case`}
        formFields={<input type="hidden" name="_form" value={token} />}
      >
        <div class="govuk-grid-row">
          {party('a', 'One party (A)')}
          {party('b', 'The other party (B)')}
        </div>
        <RadiosField
          form={form}
          name="topic"
          legend="What is the case about?"
          items={Object.entries(topicWords).map(([value, content]) => ({ value, content }))}
          inline
        />
        <SelectField
          form={form}
          name="mediator"
          label="Mediator"
          items={[{ value: '', text: 'Not chosen yet' }, ...mediators.map((it) => ({ value: it.id, text: it.name }))]}
        />
        <ChildFields form={form} />
        <Button preventDoubleClick>Open the case</Button>
      </Form>
    </>
  )
}

/** Asked where somebody on record fits: without an answer they are somebody new. */
const SamePerson = (props: { readonly form: FormState; readonly side: 'a' | 'b'; readonly mayBe: readonly MayBe[] }) =>
  props.mayBe.length === 0 ? null : (
    <RadiosField
      form={props.form}
      name={`${props.side}_same_as`}
      legend={`Do we know this person already, ${props.side.toUpperCase()}?`}
      hint="The same person keeps one record with all their cases; of a file that was destroyed its number is noted. How to reach them is asked again."
      items={[
        { value: '', content: 'Somebody new, or not sure' },
        ...props.mayBe.map((it) => ({ value: it.personId, content: it.words })),
      ]}
    />
  )

const ChildFields = ({ form }: { readonly form: FormState }) => (
  <>
    <h2 class="govuk-heading-m">Children</h2>
    <p class="govuk-hint">Children are never written to or rung. Leave empty what is not known.</p>
    {childLines.map((line) => (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <TextField form={form} name={`child_${line}_given_name`} label={`Child ${line + 1}: first name`} />
        </div>
        <div class="govuk-grid-column-one-half">
          <DateField form={form} name={`child_${line}_birth_date`} legend={`Child ${line + 1}: date of birth`} />
        </div>
      </div>
    ))}
  </>
)
