import type { Content } from '../../../../ui/components/common.ts'
import { telephoneHref } from '../../../../ui/layouts/service-facts.ts'
import { paragraphsOf } from '../../../settings/index.ts'

/** The column of words of a page, with its heading. */
export const Words = ({ heading, children }: { readonly heading: string; readonly children: Content }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds ev-prose">
      <h1>{heading}</h1>
      {children}
    </div>
  </div>
)

/** What a service says in its own words. */
export const OwnWords = ({ text }: { readonly text: string }) => paragraphsOf(text).map((part) => <p>{part}</p>)

/** The same where tables need the whole width; the words keep to their measure. */
export const WideWords = ({ heading, children }: { readonly heading: string; readonly children: Content }) => (
  <div class="ev-prose ev-prose--wide">
    <h1>{heading}</h1>
    {children}
  </div>
)

/**
 * A link that leads away from the service, and says so (T27): its notice does not cover other websites. The other website is not
 * told where the reader came from.
 */
export const ElsewhereLink = ({ href, children }: { readonly href: string; readonly children: Content }) => (
  <>
    <a class="govuk-link" href={href} rel="external noopener noreferrer">
      {children}
    </a>{' '}
    (another website)
  </>
)

/** A telephone number as a link; nothing where none is set. */
export const Telephone = ({ number }: { readonly number: string }) => (
  <a class="govuk-link ev-nowrap" href={telephoneHref(number)}>
    {number}
  </a>
)
