import { Checkboxes, type CheckboxItem } from '../components/checkboxes.tsx'
import { type Attributes, type Content, classNames, type Held, type Options } from '../components/common.ts'
import { DateInput, type DateInputItem } from '../components/date-input.tsx'
import { type RadioItem, Radios } from '../components/radios.tsx'
import { Select, type SelectItem } from '../components/select.tsx'
import { type FormState, ticked, typed } from './form-state.ts'
import type { FieldProps } from './text-fields.tsx'

/** What a question with several inputs is told. */
export type QuestionProps = Options<{
  form: FormState
  name: string
  legend: Content
  legendSize?: 's' | 'm' | 'l' | 'xl'
  /** The legend is the page's heading. */
  isPageHeading?: boolean
  hint?: Held
  attributes?: Attributes
}>

const legendOf = ({ legend, legendSize, isPageHeading }: QuestionProps) => ({
  content: legend,
  classes: legendSize && `govuk-fieldset__legend--${legendSize}`,
  isPageHeading,
})

const common = (props: QuestionProps) => ({
  fieldset: { legend: legendOf(props) },
  hint: props.hint,
  attributes: props.attributes,
})

export type RadiosFieldProps = QuestionProps &
  Options<{ items: readonly (RadioItem | false | null | undefined)[]; inline?: boolean; small?: boolean }>

/** One choice of a few, with what was chosen. */
export const RadiosField = (props: RadiosFieldProps) => (
  <Radios
    {...common(props)}
    name={props.name}
    items={props.items}
    value={typed(props.form, props.name)}
    errorMessage={props.form.errors[props.name]}
    classes={classNames(props.inline && 'govuk-radios--inline', props.small && 'govuk-radios--small') || undefined}
  />
)

export type CheckboxesFieldProps = QuestionProps &
  Options<{ items: readonly (CheckboxItem | false | null | undefined)[]; small?: boolean; inRow?: boolean }>

/** Any number of choices, with what was ticked. `inRow`: short ones stand beside one another where there is room. */
export const CheckboxesField = (props: CheckboxesFieldProps) => (
  <Checkboxes
    {...common(props)}
    name={props.name}
    items={props.items}
    values={ticked(props.form, props.name)}
    errorMessage={props.form.errors[props.name]}
    classes={classNames(props.small && 'govuk-checkboxes--small', props.inRow && 'ev-checkboxes-row') || undefined}
  />
)

export type SelectFieldProps = FieldProps & Options<{ items: readonly (SelectItem | false | null | undefined)[] }>

/** One choice from a list, with what was chosen. */
export const SelectField = ({ form, name, label, hint, items, attributes }: SelectFieldProps) => (
  <Select
    name={name}
    label={label}
    hint={hint}
    items={items}
    attributes={attributes}
    value={typed(form, name)}
    errorMessage={form.errors[name]}
  />
)

export type DateFieldProps = QuestionProps & Options<{ autocomplete?: 'bday' }>

const PARTS = ['day', 'month', 'year'] as const

/** The name of the input for one part of a date. */
export const datePartName = (name: string, part: (typeof PARTS)[number]): string => `${name}-${part}`

/**
 * A date as day, month and year, sent as `name-day`, `name-month` and `name-year`; any of them may be empty. The input of
 * the day bears the name of the whole as identifier, so that an error of the date leads to it.
 */
export function DateField(props: DateFieldProps) {
  const { form, name } = props
  const { errors } = form
  const partErrors = PARTS.filter((part) => errors[datePartName(name, part)])
  const messages = [errors[name], ...partErrors.map((part) => errors[datePartName(name, part)])].filter(Boolean)
  const input = (part: (typeof PARTS)[number]): DateInputItem => ({
    name: part,
    id: part === 'day' ? name : datePartName(name, part),
    value: typed(form, datePartName(name, part)),
    error: partErrors.length > 0 ? partErrors.includes(part) : undefined,
    autocomplete: props.autocomplete && `${props.autocomplete}-${part}`,
  })
  return (
    <DateInput
      {...common(props)}
      id={`${name}-date`}
      namePrefix={name}
      items={PARTS.map(input)}
      errorMessage={messages.length > 0 ? messages.join(' ') : undefined}
    />
  )
}
