import { Button } from '../../../../ui/components/button.tsx'
import { pounds } from '../../../../ui/money.ts'
import { type PublishedSettings, paragraphsOf } from '../../../settings/index.ts'
import { Telephone } from './page-parts.tsx'
import { TableDrawing } from './table-drawing.tsx'

export const HomeLead = ({ published }: { readonly published: PublishedSettings }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-xl">Separated, with things to sort out?</h1>
      {paragraphsOf(published.textFor['home.welcome']).map((text) => (
        <p class="govuk-body-l">{text}</p>
      ))}
      <div class="govuk-button-group">
        <Button href="/getting-started" isStartButton>
          Get started
        </Button>
        <a class="govuk-link" href="/what-is-a-miam">
          What happens at a first meeting
        </a>
      </div>
    </div>
    <div class="govuk-grid-column-one-third ev-no-print">
      <TableDrawing />
    </div>
  </div>
)

export const HomePage = ({ published }: { readonly published: PublishedSettings }) => (
  <div class="ev-two">
    <section class="ev-prose">
      <h2>What happens</h2>
      <ol>
        <li>You tell us how we can reach you safely.</li>
        <li>You meet a mediator by yourself. This is the first meeting (MIAM).</li>
        <li>If mediation suits you both, you talk with a mediator’s help, in one room or in two.</li>
        <li>What you both settle on is written down for you.</li>
      </ol>
      <p>A mediator does not take sides and does not decide for you. You may stop at any time.</p>
    </section>
    <section class="ev-prose">
      <h2>Is it safe?</h2>
      <p>
        We ask about safety before anything else, and we ask you alone. If you are afraid of the other person, tell us.
        Mediation is not right for everybody, and then we say so.
      </p>
      <p>
        We do not give the other person your address or phone number.{' '}
        <strong>If you are in danger now, call 999.</strong>
      </p>
    </section>
    <section class="ev-prose">
      <h2>What it costs</h2>
      <Price published={published} />
      <p>
        Some people get help with paying. <a href="/costs">See what it costs</a>.
      </p>
    </section>
    <section class="ev-prose">
      <h2>Talk to us</h2>
      {published.telephone && (
        <p>
          Call <Telephone number={published.telephone} />
          {published.openingHours && `. We answer ${published.openingHours}`}.
        </p>
      )}
      <p>
        Or <a href="/contact-me">ask us to call or write</a>, or <a href="/contact">send us a message</a>. We use the
        ways that you say are safe.
      </p>
    </section>
  </div>
)

function Price({ published }: { readonly published: PublishedSettings }) {
  const first = published.prices.find((price) => price.item === 'miam')
  if (!first) return <p>Ask us what a first meeting costs before you book it.</p>
  if (first.amountPence === 0) return <p>A first meeting is free.</p>
  return <p>A first meeting costs {pounds(first.amountPence)} for each person.</p>
}
