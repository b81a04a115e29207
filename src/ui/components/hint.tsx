import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type HintProps = Options<{ id?: string; classes?: string; attributes?: Attributes; children?: Content }>

/** Help beside a field. */
export function Hint({ id, classes, attributes, children }: HintProps) {
  return (
    <div id={id || undefined} class={classNames('govuk-hint', classes)} {...attrs(attributes)}>
      {children}
    </div>
  )
}
