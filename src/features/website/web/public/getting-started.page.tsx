import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import type { PublishedSettings } from '../../../settings/index.ts'
import { OwnWords, Telephone, Words } from './page-parts.tsx'

export const GettingStartedPage = ({ published }: { readonly published: PublishedSettings }) => (
  <Words heading="Getting started">
    <p class="govuk-body-l">
      You can ask for a first meeting by yourself. The other person need not agree to it, and we do not tell them.
    </p>
    <h2>Before you write to us</h2>
    <p>
      Think of who can see your phone, your e-mail and your post. We ask which of them are safe, and use no others. You
      can leave this website fast with <strong>Leave this page</strong>, at the top. Your browser still remembers that
      you were here.
    </p>
    <WarningText>If you are in danger now, call 999.</WarningText>
    <p>
      If somebody at home frightens or hurts you, the National Domestic Abuse Helpline is free, day and night:{' '}
      <Telephone number="0808 2000 247" />.
    </p>
    <h2>What we ask</h2>
    <ul>
      <li>how we can reach you safely</li>
      <li>your name</li>
      <li>what you would like to sort out</li>
      <li>what would help you to take part</li>
    </ul>
    <p>It takes about five minutes. You need no papers.</p>
    <Button href="/self-referral" isStartButton>
      Ask for a first meeting
    </Button>
    <h2>What happens next</h2>
    <OwnWords text={published.textFor['start.next']} />
    <p>
      You see a reference that you can write down or print. <a href="/what-is-a-miam">Read about the first meeting</a>.
    </p>
    <h2>Other ways</h2>
    {published.telephone && (
      <p>
        You can do all of this by telephone: <Telephone number={published.telephone} />
        {published.openingHours && `. We answer ${published.openingHours}`}.
      </p>
    )}
    <InsetText>
      Are you a solicitor, or do you work for an agency?{' '}
      <a class="govuk-link" href="/contact">
        Use the contact form
      </a>{' '}
      when your client has agreed.
    </InsetText>
  </Words>
)
