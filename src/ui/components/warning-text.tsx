import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type WarningTextProps = Options<{
  iconFallbackText?: string
  classes?: string
  attributes?: Attributes
  children?: Content
}>

/** Something that has consequences. */
export function WarningText({ iconFallbackText, classes, attributes, children }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', classes)} {...attrs(attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
      </strong>
    </div>
  )
}
