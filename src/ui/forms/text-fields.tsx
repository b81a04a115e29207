import { CharacterCount } from '../components/character-count.tsx'
import { type Attributes, type Content, classNames, type Held, type Options } from '../components/common.ts'
import { FileUpload } from '../components/file-upload.tsx'
import { Input, type InputProps } from '../components/input.tsx'
import type { LabelOptions } from '../components/label.tsx'
import { PasswordInput } from '../components/password-input.tsx'
import { Textarea } from '../components/textarea.tsx'
import { type FormState, typed } from './form-state.ts'

/** What every field of a form is told. The identifier of a field is its name, so that an error can lead to it. */
export type FieldProps = Options<{
  form: FormState
  name: string
  label: Content | LabelOptions
  hint?: Held
  attributes?: Attributes
}>

export type TextFieldProps = FieldProps &
  Options<{
    type?: InputProps['type']
    /** How many characters the field looks made for. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
    inputmode?: InputProps['inputmode']
    autocomplete?: string
    autocapitalize?: InputProps['autocapitalize']
    spellcheck?: boolean
    prefix?: Held
    suffix?: Held
    classes?: string
  }>

const common = ({ form, name, label, hint, attributes }: FieldProps) => ({
  name,
  label,
  hint,
  attributes,
  errorMessage: form.errors[name],
})

/** One line of text, with what was typed. */
export function TextField(props: TextFieldProps) {
  const { type, width, inputmode, autocomplete, autocapitalize, spellcheck, prefix, suffix } = props
  return (
    <Input
      {...common(props)}
      {...{ type, inputmode, autocomplete, autocapitalize, spellcheck, prefix, suffix }}
      classes={classNames(width && `govuk-input--width-${width}`, props.classes) || undefined}
      value={typed(props.form, props.name)}
    />
  )
}

/** A postcode in one field, in any spelling. */
export const PostcodeField = (props: Omit<FieldProps, 'label'> & Options<{ label?: Content | LabelOptions }>) => (
  <TextField
    {...props}
    label={props.label ?? 'Postcode'}
    width={10}
    autocomplete="postal-code"
    autocapitalize="characters"
    spellcheck={false}
  />
)

/** A telephone number as people write it. */
export const TelephoneField = (props: FieldProps & Options<{ autocomplete?: string }>) => (
  <TextField {...props} type="tel" width={20} autocomplete={props.autocomplete ?? 'tel'} spellcheck={false} />
)

/** An e-mail address; the browser does not check it, the server does. */
export const EmailField = (props: FieldProps & Options<{ autocomplete?: string }>) => (
  <TextField
    {...props}
    type="email"
    width={30}
    autocomplete={props.autocomplete ?? 'email'}
    autocapitalize="none"
    spellcheck={false}
  />
)

/** A password. What was typed is not given back. */
export const PasswordField = (props: FieldProps & Options<{ autocomplete?: 'current-password' | 'new-password' }>) => (
  <PasswordInput {...common(props)} autocomplete={props.autocomplete} classes="govuk-input--width-20" />
)

export type TextAreaFieldProps = FieldProps &
  Options<{
    rows?: number
    /** A limit of characters that is counted as one writes. */
    maxlength?: number
    /** From how many hundredths of the limit the count shows. */
    threshold?: number
    spellcheck?: boolean
  }>

/** Several lines of text, with what was typed. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { rows, maxlength, threshold, spellcheck } = props
  const value = typed(props.form, props.name)
  if (maxlength === undefined) return <Textarea {...common(props)} {...{ rows, spellcheck, value }} />
  return <CharacterCount {...common(props)} {...{ rows, spellcheck, value, maxlength, threshold }} />
}

/** A file. `accept` only helps to choose: the server checks the file itself. */
export function FileField({
  accept,
  multiple,
  ...props
}: FieldProps & Options<{ accept?: string; multiple?: boolean }>) {
  const { attributes, ...rest } = common(props)
  return <FileUpload {...rest} multiple={multiple} attributes={{ ...attributes, accept }} />
}

/** A value that goes along unseen. */
export const HiddenField = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
)
