import { Table } from '../../../../ui/components/table.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { pounds } from '../../../../ui/money.ts'
import { type PublishedSettings, pricedItems } from '../../../settings/index.ts'
import { lawFacts } from '../../domain/law-facts.ts'
import { ElsewhereLink, OwnWords, Telephone, Words } from './page-parts.tsx'

export const CostsPage = ({ published }: { readonly published: PublishedSettings }) => (
  <Words heading="What it costs">
    <p class="govuk-body-l">We tell you the price before you book. Each of you pays your own part.</p>
    <Prices published={published} />
    <h2>If paying is hard</h2>
    <OwnWords text={published.textFor['costs.help']} />
    <h2>Legal aid</h2>
    <p>
      If you have little money coming in and little saved, legal aid may pay for your first meeting and for mediation.
      If one of you gets it, the other’s first meeting and first session are paid for too, however much they earn.
    </p>
    <p>
      Not every service does legal aid. Ask us if we do. If we do not, we can tell you how to find one that does. You
      can <ElsewhereLink href="https://www.gov.uk/check-legal-aid">check if you can get legal aid</ElsewhereLink>{' '}
      yourself.
    </p>
    <h2>Other help</h2>
    <p>
      At times the government has paid a part of the cost where parents talk about their children. Ask us if it does so
      now.
    </p>
    {published.telephone && (
      <p>
        Call us on <Telephone number={published.telephone} /> if you want to talk about money first.
      </p>
    )}
    <p class="govuk-body-s">
      About legal aid: {lawFacts.otherPersonsShare}, as it stood on {plainDate(Temporal.PlainDate.from(lawFacts.asOf))}.
    </p>
  </Words>
)

function Prices({ published }: { readonly published: PublishedSettings }) {
  if (published.prices.length === 0) return <p>Ask us for our prices. We send them to you before you decide.</p>
  return (
    <Table
      caption="Our prices"
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      head={['What for', { content: 'Price', format: 'numeric' }]}
      rows={published.prices.map((price) => [
        pricedItems[price.item],
        { content: price.amountPence === 0 ? 'Free' : pounds(price.amountPence), format: 'numeric' },
      ])}
    />
  )
}
