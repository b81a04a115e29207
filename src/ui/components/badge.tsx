import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type BadgeProps = Options<{
  colour?: 'red' | 'green' | 'grey'
  classes?: string
  attributes?: Attributes
  children: Content
}>

/** A word that must be seen beside a name: a quality of a document, a flag (MoJ Design System's badge). */
export const Badge = ({ colour, classes, attributes, children }: BadgeProps) => (
  <span class={classNames('moj-badge', colour && `moj-badge--${colour}`, classes)} {...attrs(attributes)}>
    {children}
  </span>
)
