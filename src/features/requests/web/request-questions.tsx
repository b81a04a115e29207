import { DateField, RadiosField } from '../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../ui/forms/form-state.ts'
import { TextAreaField, TextField } from '../../../ui/forms/text-fields.tsx'
import { askWords, kindWords, requestKinds } from '../domain/kinds.ts'
import { longestDetails } from './request-fields.ts'

interface Props {
  readonly form: FormState
}

/** In the words of who asks, or in those of the office. */
export const KindQuestion = (props: Props & { readonly byOffice?: boolean }) => {
  const words = props.byOffice ? kindWords : askWords
  return (
    <RadiosField
      form={props.form}
      name="kind"
      legend={props.byOffice ? 'What do they ask?' : 'What would you like?'}
      items={requestKinds.map((value) => ({ value, content: words[value] }))}
      small
    />
  )
}

interface WhomWords {
  readonly legend: string
  readonly self: string
  readonly represented: string
  readonly representative: string
  readonly organisation: string
  /** Whose name is asked for further down, when somebody asks for another. */
  readonly nameOfPerson: string
  readonly childName: string
  readonly nameOfAdult: string
}

/** For themselves, for somebody who asked them to, or for a child, whose own right it is. */
export const ForWhom = ({ form, words }: Props & { readonly words: WhomWords }) => (
  <>
    <RadiosField
      form={form}
      name="asked_for"
      legend={words.legend}
      items={[
        { value: 'self', content: words.self },
        { value: 'represented', content: words.represented },
        {
          value: 'child',
          content: 'For a child',
          hint: 'The right is the child’s own. Children can also ask us themselves.',
        },
      ]}
      small
    />
    <TextField
      form={form}
      name="representative"
      label={words.representative}
      hint={words.nameOfPerson}
      width={30}
      spellcheck={false}
    />
    <TextField form={form} name="organisation" label={words.organisation} width={30} />
    <TextField
      form={form}
      name="child_name"
      label={words.childName}
      hint={words.nameOfAdult}
      width={30}
      spellcheck={false}
    />
  </>
)

export const BirthDate = ({ form }: Props) => (
  <DateField
    form={form}
    name="birth_date"
    legend="Date of birth (optional)"
    hint="So that people of the same name are not mixed up. For example, 27 3 1981."
  />
)

export const Details = ({ form, label }: Props & { readonly label: string }) => (
  <TextAreaField form={form} name="details" label={label} rows={5} maxlength={longestDetails} threshold={75} />
)
