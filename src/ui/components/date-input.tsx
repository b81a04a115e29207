import { type Attributes, attrs, classNames, held, type Options } from './common.ts'
import { GroupFrame, type GroupOptions } from './group-frame.tsx'
import { Input, type InputProps } from './input.tsx'

export type DateInputItem = Options<{
  name?: string
  id?: string
  label?: string
  value?: string | number
  /** Marks this input as the one that is wrong; `false` clears it of an error of the whole date. */
  error?: boolean
  classes?: string
  inputmode?: InputProps['inputmode']
  autocomplete?: string
  pattern?: string
  attributes?: Attributes
}>
export type DateInputProps = GroupOptions &
  Options<{
    id?: string
    namePrefix?: string
    /** `false` leaves this part of the date out. */
    day?: DateInputItem | false
    month?: DateInputItem | false
    year?: DateInputItem | false
    /** Which inputs, in which order, where day, month and year are not what is asked. */
    items?: readonly (DateInputItem | false | null | undefined)[]
    /** What was typed, by the full name of the input or by `day`, `month`, `year`. */
    values?: Readonly<Record<string, string | number | undefined>>
  }>

/** A date typed as day, month and year, any of which may stay empty. */
export function DateInput(props: DateInputProps) {
  const parts = partsOf(props)
  const anyWrong = parts.some(({ item }) => item.error || hasErrorClass(item))
  const wrongWhole = Boolean(held(props.errorMessage)) && !anyWrong
  return (
    <GroupFrame
      idPrefix={props.id ?? ''}
      group={props}
      role="group"
      inputs={() => (
        <div
          class={classNames('govuk-date-input', props.classes)}
          {...attrs(props.attributes)}
          id={props.id || undefined}
        >
          {props.formGroup?.beforeInputs}
          {parts.map((part) => (
            <div class="govuk-date-input__item">{partInput(props, part, wrongWhole)}</div>
          ))}
          {props.formGroup?.afterInputs}
        </div>
      )}
    />
  )
}

type Part = {
  readonly item: DateInputItem
  readonly name: string
  readonly width: 2 | 4
  readonly value: string | number | undefined
}

const unitsOf = (props: DateInputProps) => {
  const unit = (name: 'day' | 'month' | 'year', given: DateInputItem | false | undefined) => ({
    name: (given || undefined)?.name ?? name,
    unit: name,
    leftOut: given === false,
    item: given || { classes: `govuk-input--width-${name === 'year' ? 4 : 2}` },
    value: given ? given.value : props.values?.[name],
  })
  return [unit('day', props.day), unit('month', props.month), unit('year', props.year)]
}

function partsOf(props: DateInputProps): readonly Part[] {
  const units = unitsOf(props)
  if (!props.items?.length) {
    return units
      .filter(({ leftOut }) => !leftOut)
      .map(({ name, unit, item, value }) => ({ item, name, value, width: unit === 'year' ? 4 : 2 }))
  }
  return props.items
    .filter((item) => Boolean(item))
    .map((item) => {
      const given = item as DateInputItem
      const known = units.find(({ name, unit }) => given.name && [name, unit].includes(given.name))
      const width = known?.unit === 'year' ? 4 : 2
      return { item: given, name: given.name ?? '', width, value: given.value ?? known?.value }
    })
}

const hasErrorClass = (item: DateInputItem) => Boolean(item.classes?.includes('govuk-input--error'))

function partInput(props: DateInputProps, { item, name, width, value }: Part, wrongWhole: boolean) {
  const wrong = !hasErrorClass(item) && (item.error || (item.error !== false && wrongWhole))
  const fullName = props.namePrefix ? `${props.namePrefix}-${name}` : name
  return (
    <Input
      label={{
        content: item.label || name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
        classes: 'govuk-date-input__label',
      }}
      id={item.id || `${props.id}-${name}`}
      classes={classNames(
        'govuk-date-input__input',
        wrong && 'govuk-input--error',
        !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${width}`,
        item.classes,
      )}
      name={fullName}
      value={value ?? props.values?.[fullName]}
      inputmode={item.inputmode || 'numeric'}
      autocomplete={item.autocomplete}
      pattern={item.pattern}
      attributes={item.attributes}
    />
  )
}
