import { attrs, classNames, held, type Options } from './common.ts'
import { FieldFrame, type FieldOptions } from './field-frame.tsx'

export type TextareaProps = FieldOptions &
  Options<{ value?: string; rows?: number; spellcheck?: boolean; autocomplete?: string }>

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const id = props.id || props.name
  return <FieldFrame id={id} field={props} control={(describedBy) => textareaControl(props, id, describedBy)} />
}

/** The textarea and what stands before and after it, for components that build on it. */
export function textareaControl(props: TextareaProps, id: string, describedBy: string | undefined) {
  const error = held(props.errorMessage)
  return (
    <>
      {props.formGroup?.beforeInput}
      <textarea
        class={classNames('govuk-textarea', error && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows || 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy}
        autocomplete={props.autocomplete as 'on' | undefined}
        {...attrs(props.attributes)}
      >
        {keepFirstLine(props.value)}
      </textarea>
      {props.formGroup?.afterInput}
    </>
  )
}

/** A browser drops a line break that opens a textarea: a second one keeps the first that the person typed. */
const keepFirstLine = (value: string | undefined) => (value && /^\r?\n/.test(value) ? `\n${value}` : value)
