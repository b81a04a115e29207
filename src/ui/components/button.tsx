import { type Attributes, attrs, type Content, classNames, isText, type Options } from './common.ts'

export type ButtonProps = Options<{
  href?: string
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  id?: string
  disabled?: boolean
  isStartButton?: boolean
  preventDoubleClick?: boolean
  classes?: string
  attributes?: Attributes
  children: Content
}>

/** A button, or with `href` a link that looks like one. */
export function Button(props: ButtonProps) {
  const { href, type = 'submit', name, value, id, disabled, isStartButton, preventDoubleClick, children } = props
  const common = {
    class: classNames('govuk-button', props.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...attrs(props.attributes),
    ...(id ? { id } : {}),
  }
  // A start button is a flex box, which swallows the spaces between elements: they need one element around them.
  const words = isStartButton && !isText(children) ? <span>{children}</span> : children
  const inside = [words, isStartButton && <StartIcon />]
  if (href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it leads to another page, so it is a link, and looks like a button
      <a href={href} role="button" draggable={false} {...common}>
        {inside}
      </a>
    )
  }
  return (
    <button
      type={type}
      value={value || undefined}
      name={name || undefined}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick?.toString()}
      {...common}
    >
      {inside}
    </button>
  )
}

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)
