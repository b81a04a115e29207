import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type SkipLinkProps = Options<{ href?: string; classes?: string; attributes?: Attributes; children: Content }>

/** Takes a person who uses a keyboard past what is the same on every page. */
export function SkipLink({ href, classes, attributes, children }: SkipLinkProps) {
  return (
    <a
      href={href || '#content'}
      class={classNames('govuk-skip-link', classes)}
      {...attrs(attributes)}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  )
}
