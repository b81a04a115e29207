import {
  type Attributes,
  attrs,
  type Content,
  classNames,
  describedByAll,
  type Held,
  held,
  type Options,
} from './common.ts'
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelOptions } from './label.tsx'

export type FormGroup = Options<{
  classes?: string
  attributes?: Attributes
  beforeInput?: Content
  afterInput?: Content
}>

/** What every single field has around it. */
export type FieldOptions = Options<{
  id?: string
  name: string
  label: Content | LabelOptions
  hint?: Held
  errorMessage?: Content | ErrorMessageOptions
  formGroup?: FormGroup
  describedBy?: string
  disabled?: boolean
  classes?: string
  attributes?: Attributes
}>

export type FieldFrameProps = {
  readonly id: string
  readonly field: FieldOptions
  /** Attributes of the group that come before those that the page gives. */
  readonly groupAttributes?: Record<string, string>
  readonly groupClasses?: string
  /** Draws the field itself, told what describes it. */
  readonly control: (describedBy: string | undefined) => Content
}

/** Label, hint and error message around one field. */
export function FieldFrame({ id, field, groupAttributes, groupClasses, control }: FieldFrameProps) {
  const label = held<{ isPageHeading?: boolean }>(field.label)
  const { hint, error } = helpOf(field)
  const describedBy = describedByAll(field.describedBy, hint && `${id}-hint`, error && `${id}-error`)
  return (
    <div
      class={classNames('govuk-form-group', error && 'govuk-form-group--error', groupClasses, field.formGroup?.classes)}
      {...groupAttributes}
      {...attrs(field.formGroup?.attributes)}
    >
      {label && (
        <Label for={id} isPageHeading={label.isPageHeading} classes={label.classes} attributes={label.attributes}>
          {label.content}
        </Label>
      )}
      <FieldHelp id={id} hint={hint} error={error} />
      {control(describedBy)}
    </div>
  )
}

type Help = {
  readonly hint: ReturnType<typeof held> | undefined
  readonly error: ErrorMessageOptions | undefined
}

/** The hint and the error message of a field, as far as it has them. */
export const helpOf = (field: {
  readonly hint?: Held
  readonly errorMessage?: Content | ErrorMessageOptions
}): Help => ({
  hint: held(field.hint),
  error: held<{ visuallyHiddenText?: string }>(field.errorMessage),
})

export function FieldHelp({ id, hint, error }: { readonly id: string } & Help) {
  return (
    <>
      {hint && (
        <Hint id={`${id}-hint`} classes={hint.classes} attributes={hint.attributes}>
          {hint.content}
        </Hint>
      )}
      {error && (
        <ErrorMessage
          id={`${id}-error`}
          classes={error.classes}
          attributes={error.attributes}
          visuallyHiddenText={error.visuallyHiddenText}
        >
          {error.content}
        </ErrorMessage>
      )}
    </>
  )
}
