import { type Attributes, attrs, type Content, classNames, type HeldOptions, isEmpty, type Options } from './common.ts'

export type LabelProps = Options<{
  for?: string
  isPageHeading?: boolean
  classes?: string
  attributes?: Attributes
  children?: Content
}>
export type LabelOptions = HeldOptions<{ isPageHeading?: boolean }>

/** The label of a field; as page heading it is the page's `h1`. */
export function Label({ for: target, isPageHeading, classes, attributes, children }: LabelProps) {
  if (isEmpty(children)) return null
  const label = (
    <label class={classNames('govuk-label', classes)} {...attrs(attributes)} for={target || undefined}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
