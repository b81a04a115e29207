import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type BackLinkProps = Options<{ href?: string; classes?: string; attributes?: Attributes; children?: Content }>

/** The way back to the page before, at the top of a page. */
export function BackLink({ href = '#', classes, attributes, children = 'Back' }: BackLinkProps) {
  return (
    <a href={href} class={classNames('govuk-back-link', classes)} {...attrs(attributes)}>
      {children}
    </a>
  )
}
