import { Button } from './button.tsx'
import { type Attributes, attrs, type Content, classNames, isEmpty, isText, type Options } from './common.ts'

export type CookieBannerAction = Options<{
  text: string
  href?: string
  type?: 'button' | 'submit'
  name?: string
  value?: string
  classes?: string
  attributes?: Attributes
}>
export type CookieBannerMessage = Options<{
  heading?: Content
  /** Plain words get a paragraph of their own. */
  content?: Content
  actions?: readonly CookieBannerAction[]
  role?: 'alert' | 'status'
  hidden?: boolean
  classes?: string
  attributes?: Attributes
}>
export type CookieBannerProps = Options<{
  messages: readonly CookieBannerMessage[]
  ariaLabel?: string
  hidden?: boolean
  classes?: string
  attributes?: Attributes
}>

/** Asks about cookies that are not strictly necessary. Refusing must be as easy as accepting (PECR regulation 6). */
export function CookieBanner(props: CookieBannerProps) {
  const { messages, ariaLabel = 'Cookie banner', hidden, classes, attributes } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: the structure that the fixtures of the design system ask for
    <div
      class={classNames('govuk-cookie-banner', classes)}
      data-nosnippet=""
      role="region"
      aria-label={ariaLabel}
      hidden={hidden}
      {...attrs(attributes)}
    >
      {messages.map((message) => (
        <Message message={message} />
      ))}
    </div>
  )
}

function Message({ message }: { readonly message: CookieBannerMessage }) {
  const { heading, content, actions, role, hidden, classes, attributes } = message
  return (
    <div
      class={classNames('govuk-cookie-banner__message', classes, 'govuk-width-container')}
      role={role}
      {...attrs(attributes)}
      hidden={hidden}
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {!isEmpty(heading) && <h2 class="govuk-cookie-banner__heading govuk-heading-m">{heading}</h2>}
          <div class="govuk-cookie-banner__content">
            {isText(content) ? <p class="govuk-body">{content}</p> : content}
          </div>
        </div>
      </div>
      {actions && <div class="govuk-button-group">{actions.map(action)}</div>}
    </div>
  )
}

function action(item: CookieBannerAction) {
  const { text, href, type, name, value, classes, attributes } = item
  if (!href || type === 'button') {
    return (
      <Button type={type ?? 'button'} href={href} name={name} value={value} classes={classes} attributes={attributes}>
        {text}
      </Button>
    )
  }
  return (
    <a class={classNames('govuk-link', classes)} href={href} {...attrs(attributes)}>
      {text}
    </a>
  )
}
