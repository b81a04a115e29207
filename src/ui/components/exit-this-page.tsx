import { Button } from './button.tsx'
import { type Attributes, attrs, type Content, classNames, type Options, scriptTexts } from './common.ts'

export type ExitThisPageProps = Options<{
  redirectUrl?: string
  id?: string
  /** Spoken to a screen reader while the page is being left. */
  activatedText?: string
  timedOutText?: string
  pressTwoMoreTimesText?: string
  pressOneMoreTimeText?: string
  classes?: string
  attributes?: Attributes
  children?: Content
}>

/** A neutral place that anyone may be found reading. */
export const NEUTRAL_SITE = 'https://www.bbc.co.uk/weather'

/** The way out for a person who may be watched: a plain link without script, a page blanked at once with it. */
export function ExitThisPage(props: ExitThisPageProps) {
  return (
    <div
      id={props.id || undefined}
      class={classNames('govuk-exit-this-page', props.classes)}
      data-module="govuk-exit-this-page"
      {...attrs(props.attributes)}
      {...scriptTexts({
        activated: props.activatedText,
        'timed-out': props.timedOutText,
        'press-two-more-times': props.pressTwoMoreTimesText,
        'press-one-more-time': props.pressOneMoreTimeText,
      })}
    >
      <Button
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={props.redirectUrl || NEUTRAL_SITE}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {props.children ?? [<span class="govuk-visually-hidden">Emergency</span>, ' Exit this page']}
      </Button>
    </div>
  )
}
