import { ExitThisPage, NEUTRAL_SITE } from '../components/exit-this-page.tsx'
import { SkipLink } from '../components/skip-link.tsx'

type LeaveProps = { readonly url?: string }

/** For the keyboard, before anything else on the page. */
export const LeaveSkipLink = ({ url = NEUTRAL_SITE }: LeaveProps) => (
  <SkipLink href={url} classes="govuk-js-exit-this-page-skiplink" attributes={{ rel: 'nofollow noreferrer' }}>
    Leave this page
  </SkipLink>
)

/** It does not say why one might want to leave. Without script it is a link that leads away. */
export const LeaveButton = ({ url = NEUTRAL_SITE }: LeaveProps) => (
  <div class="ev-leave ev-no-print">
    <div class="govuk-width-container">
      <ExitThisPage redirectUrl={url}>Leave this page</ExitThisPage>
    </div>
  </div>
)
