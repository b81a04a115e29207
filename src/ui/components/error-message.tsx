import { type Attributes, attrs, type Content, classNames, type HeldOptions, type Options } from './common.ts'

export type ErrorMessageProps = Options<{
  id?: string
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
  children?: Content
}>
export type ErrorMessageOptions = HeldOptions<{ visuallyHiddenText?: string }>

/** What is wrong with a field and how to mend it. An empty `visuallyHiddenText` leaves the word "Error" away. */
export function ErrorMessage(props: ErrorMessageProps) {
  const { id, visuallyHiddenText = 'Error', classes, attributes, children } = props
  return (
    <p id={id || undefined} class={classNames('govuk-error-message', classes)} {...attrs(attributes)}>
      {visuallyHiddenText && <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>} {children}
    </p>
  )
}
