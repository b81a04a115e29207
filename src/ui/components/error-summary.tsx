import { type Attributes, attrs, type Content, classNames, isEmpty, type Options } from './common.ts'

export type ErrorSummaryItem = Options<{ content: Content; href?: string; attributes?: Attributes }>
export type ErrorSummaryProps = Options<{
  title?: Content
  description?: Content
  errorList?: readonly ErrorSummaryItem[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

/** All that is wrong, at the top of the page, each linked to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { title = 'There is a problem', description, errorList = [], disableAutoFocus, classes, attributes } = props
  return (
    <div
      class={classNames('govuk-error-summary', classes)}
      data-disable-auto-focus={disableAutoFocus?.toString()}
      {...attrs(attributes)}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {!isEmpty(description) && <p>{description}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map(({ content, href, attributes: own }) => (
                <li>
                  {href ? (
                    <a href={href} {...attrs(own)}>
                      {content}
                    </a>
                  ) : (
                    content
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
