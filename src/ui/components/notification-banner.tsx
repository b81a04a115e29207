import { type Attributes, attrs, type Content, classNames, isText, type Options } from './common.ts'

export type NotificationBannerProps = Options<{
  type?: 'success'
  title?: Content
  titleId?: string
  titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  role?: string
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
  /** Plain words are set as a heading. */
  children?: Content
}>

/** News about this page or what was just done. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { type, titleHeadingLevel = 2, disableAutoFocus, classes, attributes, children } = props
  const success = type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const Heading = `h${titleHeadingLevel}` as 'h2'
  const role = props.role || (success ? 'alert' : 'region')
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always one that may be labelled
    <div
      class={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', classes)}
      role={role as 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus?.toString()}
      {...attrs(attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isText(children) ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}
