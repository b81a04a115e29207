import { type Attributes, attrs, type Content, classNames, type Held, held, type Options } from './common.ts'

export type Legend = Held<{ isPageHeading?: boolean }>
export type FieldsetOptions = Options<{
  legend?: Legend
  describedBy?: string
  role?: string
  classes?: string
  attributes?: Attributes
}>
export type FieldsetProps = FieldsetOptions & { readonly children?: Content }

/** Fields that belong together, under one legend. */
export function Fieldset({ legend, describedBy, role, classes, attributes, children }: FieldsetProps) {
  return (
    <fieldset
      class={classNames('govuk-fieldset', classes)}
      role={(role || undefined) as 'group' | undefined}
      aria-describedby={describedBy || undefined}
      {...attrs(attributes)}
    >
      <FieldsetLegend legend={legend} />
      {children}
    </fieldset>
  )
}

function FieldsetLegend({ legend }: { readonly legend: Legend }) {
  const options = held<{ isPageHeading?: boolean }>(legend)
  if (!options) return null
  return (
    <legend class={classNames('govuk-fieldset__legend', options.classes)} {...attrs(options.attributes)}>
      {options.isPageHeading ? <h1 class="govuk-fieldset__heading">{options.content}</h1> : options.content}
    </legend>
  )
}
