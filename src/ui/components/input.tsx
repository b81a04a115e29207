import { type Attributes, attrs, type Content, classNames, type Held, held, isEmpty, type Options } from './common.ts'
import { FieldFrame, type FieldOptions } from './field-frame.tsx'

export type InputProps = FieldOptions &
  Options<{
    type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | 'date' | 'time'
    value?: string | number
    inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | 'none'
    autocomplete?: string
    autocapitalize?: 'none' | 'off' | 'sentences' | 'words' | 'characters'
    pattern?: string
    spellcheck?: boolean
    prefix?: Held
    suffix?: Held
    inputWrapper?: Options<{ classes?: string; attributes?: Attributes }>
  }>

/** One line of text. `id` is the name unless given. */
export function Input(props: InputProps) {
  const id = props.id || props.name
  return (
    <FieldFrame id={id} field={props} control={(describedBy) => wrapped(props, inputElement(props, id, describedBy))} />
  )
}

/** The input inside its frame, for components that build on it. */
export function inputElement(props: Omit<InputProps, 'label'>, id: string, describedBy: string | undefined) {
  const error = held(props.errorMessage)
  return (
    <input
      class={classNames('govuk-input', props.classes, error && 'govuk-input--error')}
      id={id}
      name={props.name}
      type={(props.type || 'text') as 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy}
      autocomplete={props.autocomplete as 'on' | undefined}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...attrs(props.attributes)}
    />
  )
}

function wrapped(props: InputProps, input: Content) {
  const { prefix, suffix, formGroup, inputWrapper } = props
  const before = formGroup?.beforeInput
  const after = formGroup?.afterInput
  if ([prefix, suffix].every((affix) => !held(affix)) && isEmpty(before) && isEmpty(after)) return input
  return (
    <div class={classNames('govuk-input__wrapper', inputWrapper?.classes)} {...attrs(inputWrapper?.attributes)}>
      {before}
      <Affix kind="prefix" affix={prefix} />
      {input}
      <Affix kind="suffix" affix={suffix} />
      {after}
    </div>
  )
}

function Affix({ kind, affix }: { readonly kind: 'prefix' | 'suffix'; readonly affix: Held }) {
  const options = held(affix)
  if (!options) return null
  return (
    <div class={classNames(`govuk-input__${kind}`, options.classes)} aria-hidden="true" {...attrs(options.attributes)}>
      {options.content}
    </div>
  )
}
