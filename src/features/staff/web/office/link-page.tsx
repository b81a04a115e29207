import type { NewLink } from '../../../../platform/sign-in/links.ts'
import type { Reply } from '../../../../platform/web/route.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { page } from './parts.tsx'
import type { StaffTools } from './tools.ts'

/** A link, shown this once to whoever hands it over. */
export function linkPage(
  tools: StaffTools,
  way: 'join' | 'reset',
  link: NewLink,
  staffId: string,
  back: string,
): Reply {
  const address = new URL(`/office/${way}/${link.token}`, tools.origin).href
  const title = way === 'join' ? 'Invitation link' : 'Link to set up again'
  const body = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Give this link to your colleague yourself: in person, by telephone, or in a message to an address that only they
        read.
      </p>
      <InsetText>
        <span id={`link-${staffId}`} class="govuk-!-text-break-word">
          {address}
        </span>
      </InsetText>
      <WarningText>
        Whoever has the link can set up the account. It works once, until {dateAndTime(link.expiresAt)}, and is not
        shown again.
      </WarningText>
      <Button href={back}>Continue</Button>
    </>
  )
  return page(title, body)
}
