import { type Attributes, attrs, type Content, classNames, describedByAll, type Held, type Options } from './common.ts'
import type { ErrorMessageOptions } from './error-message.tsx'
import { FieldHelp, helpOf } from './field-frame.tsx'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'

/** What several inputs that answer one question have around them. */
export type GroupOptions = Options<{
  fieldset?: FieldsetOptions
  hint?: Held
  errorMessage?: Content | ErrorMessageOptions
  formGroup?: Options<{ classes?: string; attributes?: Attributes; beforeInputs?: Content; afterInputs?: Content }>
  classes?: string
  attributes?: Attributes
}>

export type GroupFrameProps = {
  readonly idPrefix: string
  readonly group: GroupOptions
  readonly describedBy?: string | undefined
  readonly role?: string
  /** Draws the inputs, told what describes the group. */
  readonly inputs: (describedBy: string | undefined) => Content
}

/** Fieldset, hint and error message around inputs that answer one question. */
export function GroupFrame({ idPrefix, group, describedBy, role, inputs }: GroupFrameProps) {
  const { fieldset, formGroup } = group
  const { hint, error } = helpOf(group)
  const base = fieldset?.describedBy || describedBy
  const described = describedByAll(base, hint && `${idPrefix}-hint`, error && `${idPrefix}-error`)
  const inside = (
    <>
      <FieldHelp id={idPrefix} hint={hint} error={error} />
      {inputs(described)}
    </>
  )
  return (
    <div
      class={classNames('govuk-form-group', error && 'govuk-form-group--error', formGroup?.classes)}
      {...attrs(formGroup?.attributes)}
    >
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={described} role={role}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </div>
  )
}
