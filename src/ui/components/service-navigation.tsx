import { type Attributes, attrs, type Content, classNames, isEmpty, type Options } from './common.ts'

export type NavigationItem = Options<{
  content: Content
  href?: string
  /** This very page. */
  current?: boolean
  /** A page below this item. */
  active?: boolean
  attributes?: Attributes
}>
export type ServiceNavigationProps = Options<{
  serviceName?: string
  serviceUrl?: string
  navigation?: readonly (NavigationItem | false | null | undefined)[]
  navigationId?: string
  navigationLabel?: string
  navigationClasses?: string
  menuButtonText?: string
  menuButtonLabel?: string
  collapseNavigationOnMobile?: boolean
  ariaLabel?: string
  start?: Content
  end?: Content
  endInline?: boolean
  navigationStart?: Content
  navigationEnd?: Content
  classes?: string
  attributes?: Attributes
}>

/** The service's name and the ways through it. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const common = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...attrs(props.attributes),
  }
  const inside = <Inside {...props} />
  if (!props.serviceName && isEmpty(props.start) && isEmpty(props.end)) return <div {...common}>{inside}</div>
  return (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...common}>
      {inside}
    </section>
  )
}

function Inside(props: ServiceNavigationProps) {
  return (
    <div class={classNames('govuk-width-container', props.endInline && 'govuk-service-navigation__inlining-container')}>
      {props.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && <ServiceName name={props.serviceName} url={props.serviceUrl} />}
        <Navigation {...props} />
      </div>
      {props.end}
    </div>
  )
}

const ServiceName = ({ name, url }: { readonly name: string; readonly url: string | undefined }) => (
  <span class="govuk-service-navigation__service-name">
    {url ? (
      <a href={url} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
)

function Navigation(props: ServiceNavigationProps) {
  const items = (props.navigation ?? []).filter((item) => Boolean(item)) as NavigationItem[]
  if (items.length === 0 && isEmpty(props.navigationStart) && isEmpty(props.navigationEnd)) return null
  const menuText = props.menuButtonText || 'Menu'
  const id = props.navigationId || 'navigation'
  return (
    <nav
      aria-label={props.navigationLabel || menuText}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden until the script shows it and takes both away
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel && props.menuButtonLabel !== menuText ? props.menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menuText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.navigationStart}
        {items.map(navigationItem)}
        {props.navigationEnd}
      </ul>
    </nav>
  )
}

function navigationItem(item: NavigationItem) {
  const { content, href, current, active, attributes } = item
  const here = Boolean(current || active)
  // The strong element marks the place for people who override colours or styles.
  const words = here ? <strong class="govuk-service-navigation__active-fallback">{content}</strong> : content
  const ariaCurrent = here ? (current ? 'page' : 'true') : undefined
  return (
    <li class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attrs(attributes)}>
          {words}
        </a>
      ) : (
        !isEmpty(content) && (
          <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
            {words}
          </span>
        )
      )}
    </li>
  )
}
