import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import type { PublishedSettings } from '../../../settings/index.ts'
import { lawFacts } from '../../domain/law-facts.ts'
import { ElsewhereLink, OwnWords, Words } from './page-parts.tsx'

export const FirstMeetingPage = ({ published }: { readonly published: PublishedSettings }) => (
  <Words heading="What happens at a first meeting">
    <p class="govuk-body-l">
      A first meeting is a talk between you and a mediator. The courts call it a MIAM: a mediation information and
      assessment meeting.
    </p>
    <OwnWords text={published.textFor['miam.about']} />
    <h2>What the mediator does</h2>
    <ul>
      <li>tells you how mediation works, and what other ways there are without a court</li>
      <li>talks with you about what may be good about each of them for you</li>
      <li>asks if anybody has hurt or frightened you</li>
      <li>asks if a child may be at risk</li>
      <li>says which way may fit you best, and why</li>
      <li>tells you how to go on from there</li>
    </ul>
    <p>
      The mediator does not take sides, does not decide for you and does not give legal advice. You choose what to do
      next. You need not go on to mediation.
    </p>
    <h2>What stays between us</h2>
    <p>
      You come by yourself. We do not pass on to the other person what you say there. There are two exceptions: if we
      fear that somebody will be badly hurt, or if a law makes us.
    </p>
    <DoIHaveToGo />
    <h2>If you are worried about your safety</h2>
    <p>
      Tell us when you get in touch, or at the meeting. You do not have to see the other person. You may need no first
      meeting at all: ask us or a solicitor.
    </p>
    <Button href="/getting-started">Get started</Button>
    <Sources />
  </Words>
)

const DoIHaveToGo = () => (
  <>
    <h2>Do I have to go?</h2>
    <p>
      If you want to ask a court to decide about your children or your money, you must usually go to a first meeting
      before. The other person is expected to go to one too, though no law makes them.
    </p>
    <p>
      There are exceptions. One is when there is proof of abuse. Others are when a child is at risk, or when it is very
      urgent. You can read them all on{' '}
      <ElsewhereLink href="https://www.gov.uk/government/publications/form-c100-application-under-the-children-act-1989-for-a-child-arrangements-prohibited-steps-specific-issue-section-8-order-or-to-vary-or-discharge">
        form C100
      </ElsewhereLink>
      .
    </p>
    <p>
      Once you have asked a mediator, the meeting should be within {lawFacts.businessDays} working days. Afterwards you
      can have a certificate that you went. A court takes it for {lawFacts.certificateMonths} months.
    </p>
  </>
)

const Sources = () => (
  <Details summary="Where this comes from" classes="govuk-!-margin-top-6">
    <p class="govuk-body">
      {lawFacts.meetingFirst}; {lawFacts.whatHappens}; Practice Direction 3A. For England and Wales, as the rules stood
      on {plainDate(Temporal.PlainDate.from(lawFacts.asOf))}.
    </p>
  </Details>
)
