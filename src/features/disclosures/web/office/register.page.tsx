import { homeCountries } from '../../../../policy/law.ts'
import { sentence } from '../../../../policy/prose/words.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import type { RecipientCount } from '../../data/disclosure-reads.ts'
import { agreementFault, type Recipient, refusals } from '../../domain/judge.ts'
import { type Shown, ToldTable } from './of-case.page.tsx'

export interface RegisterProps {
  readonly told: readonly Shown[]
  readonly recipients: readonly Recipient[]
  readonly counts: readonly RecipientCount[]
  readonly today: string
}

/** Everything that was told to somebody outside, and everybody to whom something may be told. */
export const RegisterPage = (props: RegisterProps) => (
  <>
    <h1 class="govuk-heading-l">What was told to others</h1>
    <p class="govuk-body">
      What goes to somebody outside is decided in its case: open the case, and choose “Tell somebody outside”.
    </p>
    {props.told.length === 0 ? (
      <InsetText>Nothing was told to somebody outside yet.</InsetText>
    ) : (
      <ToldTable told={props.told} />
    )}
    <Recipients {...props} />
  </>
)

const Recipients = ({ recipients, counts, today }: RegisterProps) => (
  <>
    <h2 class="govuk-heading-m">Whom our policy names</h2>
    <ScrollArea label="Recipients">
      <Table
        caption="Recipients, with their agreements"
        captionClasses="govuk-visually-hidden"
        head={['Who', 'Where', 'Agreement', 'Times']}
        rows={recipients.map((row) => [
          sentence(row.name),
          homeCountries.includes(row.country)
            ? 'In the United Kingdom'
            : `${row.country}, ${row.safeguard ? safeguardWords[row.safeguard] : 'without a safeguard'}`,
          { content: <AgreementOf row={row} today={today} /> },
          String(counts.find((it) => it.recipient === row.recipient)?.count ?? 0),
        ])}
      />
    </ScrollArea>
  </>
)

const safeguardWords = {
  adequacy: 'a country whose law protects enough',
  transferAgreement: 'under a transfer agreement',
}

function AgreementOf({ row, today }: { readonly row: Recipient; readonly today: string }) {
  if (!row.agreement) return <>{row.kind === 'processor' ? refusals.no_agreement : 'None is needed'}</>
  const fault = agreementFault(row.agreement, today)
  if (fault) return <Tag colour="red">{refusals[fault]}</Tag>
  const by = plainDate(Temporal.PlainDate.from(row.agreement.reviewBy))
  return row.agreement.reviewBy < today ? <Tag colour="red">To be looked at since {by}</Tag> : <>Look at it by {by}</>
}
