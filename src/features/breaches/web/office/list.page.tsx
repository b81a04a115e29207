import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { londonDay, plainDate, shortDateAndTime } from '../../../../ui/dates.ts'
import type { ListedBreach } from '../../data/breach-reads.ts'
import { nextQuestion, questionWords, riskWords, wayWords } from '../../domain/breach.ts'
import { hoursLeft, leftWords, reportBy } from '../../domain/hours.ts'

export const breachesPath = '/office/breaches'
export const breachPath = (id: string) => `${breachesPath}/${id}`

interface Props {
  readonly open: readonly ListedBreach[]
  readonly closed: readonly ListedBreach[]
  /** The hours of the law, as an ISO duration. */
  readonly law: string
  readonly now: Temporal.Instant
}

/** Everything that went wrong with data, or nearly, and how far each is. */
export const BreachListPage = ({ open, closed, law, now }: Props) => (
  <>
    <h1 class="govuk-heading-l">Breaches and near misses</h1>
    <p class="govuk-body">
      Record it as soon as you know, also when you are not sure. Nobody is blamed for saying it; the hours run from when
      the first of us knew.
    </p>
    <Button href={`${breachesPath}/new`}>Something went wrong</Button>
    {open.length === 0 ? (
      <InsetText>Nothing is being worked on.</InsetText>
    ) : (
      <ScrollArea label="What is being worked on">
        <Table
          caption="What is being worked on"
          captionClasses="govuk-visually-hidden"
          head={['What', 'Next', 'To the regulator by']}
          rows={open.map((it) => [
            { content: <Link it={it} /> },
            questionWords[nextQuestion(it)],
            { content: <ByWhen it={it} law={law} now={now} /> },
          ])}
        />
      </ScrollArea>
    )}
    {closed.length > 0 && (
      <ScrollArea label="Closed">
        <Table
          caption="Closed"
          head={['What', 'Closed', 'Risk', 'Regulator', 'What changed']}
          rows={closed.map((it) => [
            { content: <Link it={it} /> },
            it.closed_on ? plainDate(Temporal.PlainDate.from(it.closed_on)) : '',
            it.risk ? riskWords[it.risk] : '',
            it.told.includes('regulator') ? 'Told' : 'Not told',
            it.measures ?? '',
          ])}
        />
      </ScrollArea>
    )}
  </>
)

const Link = ({ it }: { readonly it: ListedBreach }) => (
  <>
    <a class="govuk-link" href={breachPath(it.id)}>
      {it.reference}
    </a>
    <br />
    {it.kind === 'near_miss' ? 'Near miss: ' : ''}
    {wayWords[it.way]}, {plainDate(londonDay(it.aware_at))}
  </>
)

/** Whether the hours of the regulator still matter. */
export const hoursMatter = (it: Pick<ListedBreach, 'kind' | 'notify' | 'told'>): boolean =>
  it.kind === 'breach' && it.notify !== 'no' && !it.told.includes('regulator')

const ByWhen = ({ it, law, now }: Pick<Props, 'law' | 'now'> & { readonly it: ListedBreach }) => {
  if (!hoursMatter(it)) return <>{it.told.includes('regulator') ? 'Told' : 'Need not be told'}</>
  const by = reportBy(it.aware_at, law)
  return (
    <>
      {shortDateAndTime(by)} <Tag colour={hoursLeft(by, now).over ? 'red' : 'orange'}>{leftWords(by, now)}</Tag>
    </>
  )
}
