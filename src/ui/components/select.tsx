import { type Attributes, attrs, classNames, held, type Options } from './common.ts'
import { FieldFrame, type FieldOptions } from './field-frame.tsx'

export type SelectItem = Options<{
  text: string | number
  value?: string | number
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}>
export type SelectProps = FieldOptions &
  Options<{ items: readonly (SelectItem | false | null | undefined)[]; value?: string | number }>

/** One choice from a list. Radios are better wherever the list is short. */
export function Select(props: SelectProps) {
  const id = props.id || props.name
  const error = held(props.errorMessage)
  return (
    <FieldFrame
      id={id}
      field={props}
      control={(describedBy) => (
        <>
          {props.formGroup?.beforeInput}
          <select
            class={classNames('govuk-select', props.classes, error && 'govuk-select--error')}
            id={id}
            name={props.name}
            disabled={props.disabled}
            aria-describedby={describedBy}
            {...attrs(props.attributes)}
          >
            {props.items.map((item) => item && <SelectOption item={item} chosen={props.value} />)}
          </select>
          {props.formGroup?.afterInput}
        </>
      )}
    />
  )
}

function SelectOption({ item, chosen }: { readonly item: SelectItem; readonly chosen: string | number | undefined }) {
  const isChosen = Boolean(chosen) && item.selected !== false && String(item.value ?? item.text) === String(chosen)
  return (
    <option
      value={item.value}
      selected={item.selected || isChosen}
      disabled={item.disabled}
      {...attrs(item.attributes)}
    >
      {item.text}
    </option>
  )
}
