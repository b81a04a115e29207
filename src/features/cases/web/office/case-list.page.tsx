import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { londonDay, plainDate, shortDate } from '../../../../ui/dates.ts'
import type { Id } from '../../../../values/ids.ts'
import type { ListedCase } from '../../domain/case.ts'
import { type ListedStep, type Waiter, waiters, waiterWords } from '../../domain/waiting.ts'
import { topicWords } from '../../domain/words.ts'

/** Which cases are shown. */
export interface CaseFilter {
  readonly show: 'mine' | 'live' | 'closed'
  readonly waits: Waiter | null
}

interface CaseListProps {
  readonly cases: readonly ListedCase[]
  readonly steps: ReadonlyMap<Id, ListedStep>
  readonly mediators: ReadonlyMap<string, string>
  readonly filter: CaseFilter
  /** Whether cases are given to whoever looks: only then are some theirs. */
  readonly hasOwn: boolean
  /** Whether whoever looks may bring in cases that were kept elsewhere. */
  readonly bringsIn: boolean
  readonly next: string | null
  readonly today: Temporal.PlainDate
}

const address = ({ show, waits }: CaseFilter, after?: string) => {
  const query = new URLSearchParams({ show, ...(waits ? { waits } : {}), ...(after ? { after } : {}) })
  return `/office/cases?${query}`
}

/** Cases in a table, the two parties as equals in one cell, with what comes next. */
export function CaseListPage(props: CaseListProps) {
  const { cases, filter, next } = props
  return (
    <>
      <h1 class="govuk-heading-l">Cases</h1>
      <Filters {...props} />
      {cases.length === 0 ? (
        <InsetText>
          {filter.waits
            ? `No case here waits for ${waiterWords[filter.waits]}.`
            : 'No cases here. A case is opened from an enquiry.'}
        </InsetText>
      ) : (
        <ScrollArea label="Cases, newest first">
          <CaseTable {...props} />
        </ScrollArea>
      )}
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={address(filter, next)}>
            Earlier cases
          </a>
        </p>
      )}
      {props.bringsIn && (
        <p class="govuk-body">
          <a class="govuk-link" href="/office/imports">
            Bring in people and cases from a spreadsheet
          </a>
        </p>
      )}
    </>
  )
}

function Filters({ filter, hasOwn }: CaseListProps) {
  const shows = [...(hasOwn ? [['mine', 'Mine'] as const] : []), ['live', 'Live'], ['closed', 'Closed']] as const
  const link = (to: CaseFilter, words: string) => (
    <li>
      <a
        class="govuk-link"
        href={address(to)}
        aria-current={to.show === filter.show && to.waits === filter.waits ? 'page' : undefined}
      >
        {words}
      </a>
    </li>
  )
  return (
    <>
      <nav aria-label="Which cases">
        <ul class="govuk-list ev-inline-list">{shows.map(([show, words]) => link({ show, waits: null }, words))}</ul>
      </nav>
      {filter.show !== 'closed' && (
        <nav aria-label="Waiting for whom">
          <ul class="govuk-list ev-inline-list">
            {waiters
              .filter((it) => it !== 'nobody')
              .map((waits) => link({ show: filter.show, waits }, `Waiting for ${waiterWords[waits]}`))}
          </ul>
        </nav>
      )}
    </>
  )
}

function CaseTable({ cases, steps, mediators, filter, today }: CaseListProps) {
  const isLive = filter.show !== 'closed'
  return (
    <Table
      caption="Newest first"
      captionClasses="govuk-visually-hidden"
      sortable
      head={[
        'Parties',
        'Case',
        ...(isLive ? ['What comes next'] : []),
        'About',
        'Mediator',
        isLive ? 'Opened' : 'Closed',
      ]}
      rows={cases.map((it) => [
        {
          content: (
            <a class="govuk-link" href={`/office/cases/${it.id}`}>
              {it.parties.map((party) => party.name).join(' and ')}
            </a>
          ),
        },
        it.reference,
        ...(isLive ? [{ content: <Next step={steps.get(it.id)} today={today} /> }] : []),
        topicWords[it.topic],
        it.mediatorId ? (mediators.get(it.mediatorId) ?? 'A mediator') : 'Nobody yet',
        {
          content: it.closedOn
            ? plainDate(Temporal.PlainDate.from(it.closedOn))
            : shortDate(londonDay(it.openedAt), today),
          sortValue: it.closedOn ?? it.openedAt.toString(),
        },
      ])}
    />
  )
}

const Next = ({ step, today }: { readonly step: ListedStep | undefined; readonly today: Temporal.PlainDate }) =>
  step ? (
    <>
      {step.words}
      <br />
      <span class="govuk-hint">
        {waiterWords[step.waitsFor]}
        {step.day && `, ${step.waitsFor === 'parties' ? 'on' : 'since'} ${shortDate(step.day, today)}`}
      </span>
    </>
  ) : null
