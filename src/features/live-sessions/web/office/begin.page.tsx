import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { CheckboxesField, DateField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { SignedAgreement } from '../../data/agreements.ts'
import { ways, wayWords } from '../../domain/words.ts'
import { SignedList } from './agreement.page.tsx'
import type { InCase } from './in-case.ts'

type Named = { readonly id: Id; readonly name: string }

export interface BeginPageProps extends InCase {
  readonly signed: readonly SignedAgreement[]
  readonly ready: boolean
  readonly mediators: readonly Named[]
  readonly colleagues: readonly Named[]
  readonly form: FormState
  readonly token: string
}

/** Begins a session, or says what comes first. */
export const BeginPage = (props: BeginPageProps) => {
  const { head, names, form, signed, ready } = props
  return (
    <>
      <BackLink href={`/office/cases/${head.id}`}>{`Case ${head.reference}`}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Begin a session</h1>
      {!ready && (
        <>
          <WarningText>The session cannot begin: both parties sign the agreement to mediate first.</WarningText>
          <SignedList signed={signed} names={names} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/office/cases/${head.id}/agreements`}>
              Record who signed the agreement to mediate
            </a>
          </p>
        </>
      )}
      {ready && <BeginForm {...props} />}
    </>
  )
}

const nobody = { value: '', text: 'Nobody' }
const people = (named: readonly Named[]) => [nobody, ...named.map((it) => ({ value: it.id, text: it.name }))]

const BeginForm = ({ head, names, form, token, mediators, colleagues }: BeginPageProps) => (
  <Form action={`/office/cases/${head.id}/live/new`} formFields={<HiddenField name="_form" value={token} />}>
    <RadiosField
      form={form}
      name="way"
      legend="How is it held?"
      legendSize="s"
      items={ways.map((value) => ({ value, content: wayWords[value] }))}
    />
    <DateField form={form} name="held_on" legend="Day of the session" legendSize="s" />
    <SelectField
      form={form}
      name="second_mediator"
      label={{ content: 'Who mediates with you?', classes: 'govuk-label--s' }}
      hint="They see this case from now on, until two weeks after the session has ended"
      items={people(mediators)}
    />
    <SelectField
      form={form}
      name="observer"
      label={{ content: 'Who watches?', classes: 'govuk-label--s' }}
      hint="A trainee, for example. They need the agreement of both parties, and see nothing of the file"
      items={people(colleagues)}
    />
    <CheckboxesField
      form={form}
      name="observer_agreed[]"
      legend="If somebody watches: who agreed to it?"
      legendSize="s"
      items={[
        { value: 'A', content: names.a },
        { value: 'B', content: names.b },
      ]}
    />
    <Button preventDoubleClick>Begin the session</Button>
  </Form>
)
