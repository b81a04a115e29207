import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Panel } from '../../../../ui/components/panel.tsx'
import { type PublishedSettings, paragraphsOf } from '../../../settings/index.ts'
import type { ReplyWay } from '../../domain/new-enquiry.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { HowToReachUs } from './how-to-reach-us.tsx'

const next: Readonly<Record<ReplyWay, string>> = {
  email: 'We have sent an e-mail to the address you gave. It gives your reference and says nothing of what you wrote.',
  letter: 'We will post a short letter to the address you gave. It says nothing of what you wrote.',
  telephone: 'We will telephone you, at a time that you said is good.',
  write: 'We will write to you at the address you gave.',
  referrer:
    'We have sent an e-mail to your work address. It names nobody, and has a link by which you can see how far the referral is until the person asks us to end it.',
  none: 'You said that no way is safe for us to contact you, so we will wait for you to contact us.',
}

/** Shows a reference and what happens next. It reads nothing back: all that it shows is signed in its address. */
export const SentPage = ({
  receipt,
  published,
}: {
  readonly receipt: Receipt
  readonly published: PublishedSettings
}) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <Panel title="We have your message">
        Your reference
        <br />
        <strong class="ev-nowrap">{receipt.reference}</strong>
      </Panel>
      <p class="govuk-body ev-no-print">Print this page or write the reference down, if that is safe for you.</p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">{next[receipt.reply]}</p>
      {receipt.reply !== 'none' &&
        paragraphsOf(published.textFor['start.next']).map((text) => <p class="govuk-body">{text}</p>)}
      <InsetText>Tell us your reference when you contact us, and we will find what you sent.</InsetText>
      <HowToReachUs published={published} />
      <p class="govuk-body ev-no-print">
        <a class="govuk-link" href="/what-is-a-miam">
          What happens at a first meeting
        </a>
      </p>
    </div>
  </div>
)
