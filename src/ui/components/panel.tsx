import { Button } from './button.tsx'
import { type Attributes, attrs, type Content, classNames, isEmpty, type Options } from './common.ts'

export type PanelAction = Options<{
  text: string
  href?: string
  type?: 'button' | 'submit'
  classes?: string
  attributes?: Attributes
}>
export type PanelProps = Options<{
  title: Content
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  /** An interruption asks to stop and check; a panel otherwise confirms what was done. */
  interruption?: boolean
  actions?: Options<{ items?: readonly PanelAction[]; classes?: string; attributes?: Attributes }>
  classes?: string
  attributes?: Attributes
  children?: Content
}>

/** Says at the top of a page that something is done. */
export function Panel(props: PanelProps) {
  const { title, headingLevel = 1, interruption, actions, classes, attributes, children } = props
  const Heading = `h${headingLevel}` as 'h1'
  const variant = interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation'
  return (
    <div class={classNames('govuk-panel', variant, classes)} {...attrs(attributes)}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {!isEmpty(children) && <div class="govuk-panel__body">{children}</div>}
      {interruption && actions && (
        <div class={classNames('govuk-panel__actions', actions.classes)} {...attrs(actions.attributes)}>
          {Boolean(actions.items?.length) && (
            <div class="govuk-button-group">{actions.items?.map((item) => [action(item), ' '])}</div>
          )}
        </div>
      )}
    </div>
  )
}

function action({ text, href, type, classes, attributes }: PanelAction) {
  if (!href || type === 'button') {
    return (
      <Button
        type={type ?? 'button'}
        href={href}
        classes={classNames('govuk-button--inverse', classes)}
        attributes={attributes}
      >
        {text}
      </Button>
    )
  }
  return (
    <a class={classNames('govuk-link govuk-link--inverse', classes)} href={href} {...attrs(attributes)}>
      {text}
    </a>
  )
}
