import { type Attributes, attrs, type Content, classNames, type Held, held, type Options } from './common.ts'
import { Tag } from './tag.tsx'

export type PhaseBannerProps = Options<{ tag: Held; classes?: string; attributes?: Attributes; children?: Content }>

/** Says at the top of every page what kind of service this is: a demonstration, a trial. */
export function PhaseBanner({ tag, classes, attributes, children }: PhaseBannerProps) {
  const options = held(tag)
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', classes)} {...attrs(attributes)}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classNames('govuk-phase-banner__content__tag', options?.classes)}>{options?.content}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
