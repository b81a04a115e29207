import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type DetailsProps = Options<{
  summary: Content
  id?: string
  open?: boolean
  classes?: string
  attributes?: Attributes
  children?: Content
}>

/** More about a thing for whoever opens it. */
export function Details({ summary, id, open, classes, attributes, children }: DetailsProps) {
  return (
    <details id={id || undefined} class={classNames('govuk-details', classes)} {...attrs(attributes)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
