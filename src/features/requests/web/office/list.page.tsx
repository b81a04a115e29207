import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { clockFacts, type StoppedRequest } from '../../data/request-reads.ts'
import { type Clock, type ClockRules, clockOf, nearnessOf } from '../../domain/clock.ts'
import { kindWords } from '../../domain/kinds.ts'
import { nextStep, outcomeWords } from '../../domain/request.ts'

export const requestsPath = '/office/requests'
export const requestPath = (id: string) => `${requestsPath}/${id}`

interface Props {
  readonly open: readonly StoppedRequest[]
  readonly closed: readonly StoppedRequest[]
  readonly rules: ClockRules
  readonly today: Temporal.PlainDate
}

/** Every request about data, the next due first, with the service's date and the law's. */
export const RequestListPage = ({ open, closed, rules, today }: Props) => (
  <>
    <h1 class="govuk-heading-l">Requests about data</h1>
    <Button href={`${requestsPath}/new`}>Take down a request</Button>
    {open.length === 0 ? (
      <InsetText>
        No request waits. They come from the website and from parties who are signed in; one that comes by letter,
        e-mail or telephone, or in person, is taken down with the button above.
      </InsetText>
    ) : (
      <ScrollArea label="Requests that wait for an answer">
        <OpenTable open={open} rules={rules} today={today} />
      </ScrollArea>
    )}
    {closed.length > 0 && (
      <>
        <h2 class="govuk-heading-m">Closed</h2>
        <ul class="govuk-list">
          {closed.map(({ request: it }) => (
            <li>
              <a class="govuk-link" href={requestPath(it.id)}>
                {it.reference}
              </a>
              , {kindWords[it.kind].toLowerCase()}, closed on {plainDate(Temporal.PlainDate.from(it.closedOn ?? ''))}
              {it.outcome && `: ${outcomeWords[it.outcome]}`}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

const shortSteps = {
  find: 'Find out who asks',
  acknowledge: 'Say that we have it',
  identity: 'Make sure who asks',
  authority: 'See the authority',
  answer: 'Answer',
  wait: 'Wait for their answer',
} as const

function OpenTable({ open, rules, today }: Omit<Props, 'closed'>) {
  const lines = open
    .map((it) => ({ ...it, clock: clockOf(clockFacts(it), rules, today) }))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.clock.promisedOn, other.clock.promisedOn))
  return (
    <Table
      caption="The next due first"
      captionClasses="govuk-visually-hidden"
      head={['Request', 'Who', 'Next', 'Promised for', 'Due by law']}
      rows={lines.map(({ request, clock }) => [
        {
          content: (
            <>
              <a class="govuk-link" href={requestPath(request.id)}>
                {request.reference}
              </a>
              <br />
              {kindWords[request.kind]}
            </>
          ),
        },
        request.name,
        shortSteps[nextStep(request, clock.state === 'stopped')],
        { content: <When clock={clock} today={today} /> },
        plainDate(clock.dueOn),
      ])}
    />
  )
}

const tags = { late: ['red', 'Late'], today: ['orange', 'Now'], near: ['yellow', 'Soon'], far: null } as const

export function When({ clock, today }: { readonly clock: Clock; readonly today: Temporal.PlainDate }) {
  const tag = tags[nearnessOf(clock, today)]
  return (
    <>
      {plainDate(clock.promisedOn)} {tag && <Tag colour={tag[0]}>{tag[1]}</Tag>}
    </>
  )
}
