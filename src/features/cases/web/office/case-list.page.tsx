import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { londonDay, plainDate, shortDate } from '../../../../ui/dates.ts'
import type { ListedCase } from '../../data/case-list.ts'
import { topicWords } from '../../domain/words.ts'

/** Cases in a table, the two parties as equals in one cell. */
export function CaseListPage(props: {
  readonly cases: readonly ListedCase[]
  readonly mediators: ReadonlyMap<string, string>
  readonly shown: 'live' | 'closed'
  readonly next: string | null
  readonly today: Temporal.PlainDate
}) {
  const { cases, mediators, shown, next, today } = props
  const filter = (status: 'live' | 'closed', words: string) => (
    <li>
      <a class="govuk-link" href={`/office/cases?show=${status}`} aria-current={status === shown ? 'page' : undefined}>
        {words}
      </a>
    </li>
  )
  return (
    <>
      <h1 class="govuk-heading-l">Cases</h1>
      <nav aria-label="Which cases">
        <ul class="govuk-list ev-inline-list">
          {filter('live', 'Live')}
          {filter('closed', 'Closed')}
        </ul>
      </nav>
      {cases.length === 0 ? (
        <InsetText>No cases here. A case is opened from an enquiry.</InsetText>
      ) : (
        <ScrollArea label="Cases, newest first">
          <CaseTable cases={cases} mediators={mediators} shown={shown} today={today} />
        </ScrollArea>
      )}
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/cases?show=${shown}&before=${encodeURIComponent(next)}`}>
            Earlier cases
          </a>
        </p>
      )}
    </>
  )
}

const CaseTable = (props: {
  readonly cases: readonly ListedCase[]
  readonly mediators: ReadonlyMap<string, string>
  readonly shown: 'live' | 'closed'
  readonly today: Temporal.PlainDate
}) => (
  <Table
    caption="Newest first"
    captionClasses="govuk-visually-hidden"
    sortable
    head={['Parties', 'Case', 'About', 'Mediator', props.shown === 'live' ? 'Opened' : 'Closed']}
    rows={props.cases.map((it) => [
      {
        content: (
          <a class="govuk-link" href={`/office/cases/${it.id}`}>
            {it.parties.map((party) => party.name).join(' and ')}
          </a>
        ),
      },
      it.reference,
      topicWords[it.topic],
      it.mediatorId ? (props.mediators.get(it.mediatorId) ?? 'A mediator') : 'Nobody yet',
      {
        content: it.closedOn
          ? plainDate(Temporal.PlainDate.from(it.closedOn))
          : shortDate(londonDay(it.openedAt), props.today),
        sortValue: it.closedOn ?? it.openedAt.toString(),
      },
    ])}
  />
)
