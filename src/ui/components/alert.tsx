import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type AlertVariant = 'information' | 'success' | 'warning' | 'error'
export type AlertProps = Options<{
  variant?: AlertVariant
  /** In a few words what this is about; a screen reader hears it first. */
  title: string
  showTitleAsHeading?: boolean
  headingTag?: 'h2' | 'h3' | 'h4'
  role?: 'alert' | 'status' | 'region'
  classes?: string
  attributes?: Attributes
  children?: Content
}>

/** Says on a page of the office what was done, what is due or what is wrong (MoJ Design System's alert). */
export function Alert(props: AlertProps) {
  const { variant = 'information', title, showTitleAsHeading, headingTag, role = 'region', classes, children } = props
  const Heading = headingTag ?? 'h2'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always one that may be labelled
    <div
      role={role}
      class={classNames('moj-alert', `moj-alert--${variant}`, showTitleAsHeading && 'moj-alert--with-heading', classes)}
      aria-label={`${variant}: ${title}`}
      {...attrs(props.attributes)}
    >
      <div>
        <svg class="moj-alert__icon" aria-hidden="true" focusable="false" viewBox="0 0 30 30" height="30" width="30">
          {shapes[variant]}
        </svg>
      </div>
      <div class="moj-alert__content">
        {showTitleAsHeading && children && <Heading class="moj-alert__heading">{title}</Heading>}
        {children ?? title}
      </div>
    </div>
  )
}

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 3.2, 'stroke-linecap': 'round' } as const

const shapes: Readonly<Record<AlertVariant, Content>> = {
  information: (
    <g {...line}>
      <circle cx="15" cy="15" r="11.5" />
      <path d="M15 14v7M15 9v.1" />
    </g>
  ),
  success: <path d="M5 16.5l6.5 6.5L25.5 8" {...line} />,
  warning: (
    <g {...line}>
      <path d="M15 4.5L27 25.5H3z" stroke-linejoin="round" />
      <path d="M15 12.5v6M15 22v.1" />
    </g>
  ),
  error: (
    <g {...line}>
      <path d="M10 3.5h10l6.5 6.5v10l-6.5 6.5H10L3.5 20V10z" stroke-linejoin="round" />
      <path d="M11 11l8 8M19 11l-8 8" />
    </g>
  ),
}
