import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type TagColour = 'grey' | 'teal' | 'green' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow' | 'blue'
export type TagProps = Options<{ colour?: TagColour; classes?: string; attributes?: Attributes; children?: Content }>

/** The state of a thing in a word. The colour only supports the word. */
export function Tag({ colour, classes, attributes, children }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', colour && `govuk-tag--${colour}`, classes)} {...attrs(attributes)}>
      {children}
    </strong>
  )
}
