import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type InsetTextProps = Options<{ id?: string; classes?: string; attributes?: Attributes; children?: Content }>

/** Words that stand out from those around them. */
export function InsetText({ id, classes, attributes, children }: InsetTextProps) {
  return (
    <div id={id || undefined} class={classNames('govuk-inset-text', classes)} {...attrs(attributes)}>
      {children}
    </div>
  )
}
