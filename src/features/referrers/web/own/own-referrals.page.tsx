import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { ownReferralPath, stepTag } from '../../../enquiries/index.ts'
import type { OwnReferral } from '../../domain/own-referral.ts'

/** A referrer's own referrals: of each whether it came, is booked and was attended. */
export const OwnReferralsPage = (props: { readonly referrals: readonly OwnReferral[]; readonly sent: boolean }) => (
  <>
    {props.sent && <NotificationBanner type="success">We have your referral.</NotificationBanner>}
    <h1 class="govuk-heading-l">Your referrals</h1>
    <Button href={ownReferralPath}>Refer somebody</Button>
    {props.referrals.length === 0 && <InsetText>There is no referral to show.</InsetText>}
    {props.referrals.map((it) => (
      <SummaryList
        card={{ title: { content: `Referral ${it.reference}` } }}
        rows={[
          it.ownReference !== null && { key: 'Your own reference', value: it.ownReference },
          { key: 'Sent on', value: plainDate(it.madeOn) },
          { key: 'Received', value: { content: stepTag(true) } },
          { key: 'First meeting booked', value: { content: stepTag(it.booked) } },
          { key: 'First meeting attended', value: { content: stepTag(it.attended) } },
        ]}
      />
    ))}
    <p class="govuk-body">
      This is all that we show. A referral leaves this list when there is nothing more that we can show of it, for
      whatever reason. What people say to us, and what comes of it, is theirs to tell you.
    </p>
  </>
)
