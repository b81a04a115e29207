import { tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { PageRequest, Reply } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { Content } from '../../../../ui/components/common.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'

export type PortalRequest = PageRequest<PurposeKey>

export const FormToken = ({ request }: { readonly request: Pick<PortalRequest, 'formToken'> }) => (
  <HiddenField name={tokenField} value={request.formToken()} />
)

/** A page of the portal, in the width in which one reads. */
export const portalPage = (title: string, body: Content, invalid = false): Reply => ({
  page: {
    title,
    invalid,
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">{body}</div>
      </div>
    ),
  },
})

/** How to speak to somebody; nothing where the service has set no telephone. */
export const RingUs = ({ telephone, why }: { readonly telephone: string; readonly why: string }) => (
  <p class="govuk-body">
    {why} {telephone ? `Ring us on ${telephone}.` : <ContactLink />}
  </p>
)

const ContactLink = () => (
  <a class="govuk-link" href="/contact">
    Contact us.
  </a>
)

/** The way out, on every page of somebody who is signed in. */
export const SignOut = ({ token }: { readonly token: string }) => (
  <form method="post" action="/portal/sign-out">
    <HiddenField name={tokenField} value={token} />
    <button type="submit" class="ev-small-button">
      Sign out
    </button>
  </form>
)
