import { Button } from '../../../../ui/components/button.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { CheckboxesField, DateField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { PostcodeField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { ContactPoint } from '../../../people/index.ts'
import { contactKindWords } from '../../domain/words.ts'

export interface DetailsFormProps {
  readonly form: FormState
  readonly token: string
  readonly action: string
}

const tokenField = (token: string) => <input type="hidden" name="_form" value={token} />

/** Corrects who a party or a child is. */
export const PersonForm = (props: DetailsFormProps & { readonly title: string; readonly ofParty: boolean }) => {
  const { form, token, action, title, ofParty } = props
  return (
    <>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={action} formFields={tokenField(token)}>
        <TextField form={form} name="given_name" label="First name" />
        <TextField form={form} name="family_name" label="Last name" />
        {ofParty && <TextField form={form} name="known_as" label="Known as" hint="If they go by another first name" />}
        {ofParty && (
          <TextField form={form} name="former_names" label="Former names" hint="So that we know them by these too" />
        )}
        <DateField form={form} name="birth_date" legend="Date of birth" hint="Leave out what is not known" />
        {ofParty && <RadiosField form={form} name="said_by" legend="Who said so?" items={sourceItems} />}
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  )
}

const safetyItems = [
  { value: 'safe', content: 'Safe' },
  { value: 'unsafe', content: 'Not safe' },
  { value: 'not_asked', content: 'Not asked' },
]

const sourceItems = [
  { value: 'self', content: 'From themselves' },
  { value: 'other_party', content: 'From the other party' },
  { value: 'referrer', content: 'From a referrer' },
  { value: 'staff', content: 'Noted by us' },
]

const pointWords = (point: ContactPoint) =>
  point.kind === 'address' ? 'The address that we have' : `${contactKindWords[point.kind]} ${point.value}`

/** Adds a way to reach a party: what it is, where it came from, and whether it is safe. */
export const ContactForm = ({
  form,
  token,
  action,
  title,
  points,
}: DetailsFormProps & { readonly title: string; readonly points: readonly ContactPoint[] }) => (
  <>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">{title}</h1>
    <Form action={action} formFields={tokenField(token)}>
      <RadiosField
        form={form}
        name="kind"
        legend="What is it?"
        inline
        items={[
          { value: 'telephone', content: 'Telephone' },
          { value: 'email', content: 'E-mail' },
          { value: 'address', content: 'Address' },
        ]}
      />
      <TextAreaField form={form} name="value" label="Number, e-mail or address" rows={3} />
      <PostcodeField form={form} name="postcode" hint="For an address" />
      <RadiosField form={form} name="source" legend="Where does it come from?" items={sourceItems} />
      <SafetyFields form={form} />
      {points.length > 0 && (
        <SelectField
          form={form}
          name="replaces"
          label="Does it take the place of another?"
          hint="That one ends, and is told nothing"
          items={[{ value: '', text: 'No' }, ...points.map((it) => ({ value: it.id, text: pointWords(it) }))]}
        />
      )}
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)

const SafetyFields = ({ form }: { readonly form: FormState }) => (
  <>
    <RadiosField form={form} name="safety" legend="Is it safe to use?" items={safetyItems} inline />
    <RadiosField
      form={form}
      name="voicemail_safety"
      legend="Is it safe to leave a message?"
      items={safetyItems}
      inline
    />
  </>
)

/** Says anew whether a way to reach somebody is safe, or ends it. */
interface SafetyFormProps extends DetailsFormProps {
  readonly value: string
  /** Given by somebody else, and not confirmed. */
  readonly told: boolean
  /** The other party's too. */
  readonly shared: boolean
  /** For an e-mail address: where their word is sent that they want no more e-mail. */
  readonly noEmail: { readonly action: string; readonly token: string } | null
}

export const SafetyForm = ({ form, token, action, value, told, shared, noEmail }: SafetyFormProps) => (
  <>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">Is it safe to use {value}?</h1>
    {shared && (
      <WarningText>The other party has it too. Nothing goes there but words that tell nobody anything.</WarningText>
    )}
    <Form action={action} formFields={tokenField(token)}>
      {told && (
        <CheckboxesField
          form={form}
          name="confirmed[]"
          legend="Somebody else gave us this"
          hint="Until they confirm it, it serves to invite them and for nothing else"
          items={[{ value: 'yes', content: 'They have told us themselves that it is theirs' }]}
        />
      )}
      <SafetyFields form={form} />
      <Button preventDoubleClick>Save</Button>
      <Button name="end" value="yes" classes="govuk-button--secondary">
        Stop using it
      </Button>
    </Form>
    {noEmail && (
      <Form action={noEmail.action} formFields={tokenField(noEmail.token)}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          They do not want e-mail any more
        </Button>
      </Form>
    )}
  </>
)
