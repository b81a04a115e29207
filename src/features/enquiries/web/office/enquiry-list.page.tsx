import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { howLong, londonDay, shortDateAndTime } from '../../../../ui/dates.ts'
import type { UnfinishedCall } from '../../data/call-drafts.ts'
import type { ListedEnquiry } from '../../data/enquiry-reads.ts'
import { channelWords, statusWords, topicWords } from '../../domain/words.ts'
import { UnfinishedCalls } from './unfinished-calls.tsx'

const filters = [
  ['new', 'Waiting'],
  ['answered', 'Answered'],
  ['taken_on', 'Taken on'],
  ['all', 'All'],
] as const

/** Enquiries in a table: who, what about, since when it waits. */
export function EnquiryListPage(props: {
  readonly enquiries: readonly ListedEnquiry[]
  readonly calls: readonly UnfinishedCall[]
  readonly shown: string
  readonly today: Temporal.PlainDate
  readonly next: string | null
}) {
  const { enquiries, shown, today, next } = props
  return (
    <>
      <h1 class="govuk-heading-l">Enquiries</h1>
      <div class="govuk-button-group">
        <Button href="/office/enquiries/new">Record a telephone call</Button>
        <a class="govuk-link" href="/office/enquiries/new?by=visit">
          Record a visit
        </a>
        <a class="govuk-link" href="/office/enquiries/new?by=letter">
          Record a letter
        </a>
        <a class="govuk-link" href="/office/enquiries/new?by=email">
          Record an e-mail
        </a>
      </div>
      <UnfinishedCalls calls={props.calls} />
      <nav aria-label="Which enquiries">
        <ul class="govuk-list ev-inline-list">
          {filters.map(([status, words]) => (
            <li>
              <a
                class="govuk-link"
                href={`/office/enquiries?show=${status}`}
                aria-current={status === shown ? 'page' : undefined}
              >
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {enquiries.length === 0 ? (
        <InsetText>
          Nothing here. Enquiries from the website come in by themselves; a call is recorded with the button above.
        </InsetText>
      ) : (
        <ScrollArea label="Enquiries, newest first">
          <EnquiryTable enquiries={enquiries} today={today} />
        </ScrollArea>
      )}
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/enquiries?show=${shown}&before=${encodeURIComponent(next)}`}>
            Earlier enquiries
          </a>
        </p>
      )}
    </>
  )
}

const EnquiryTable = ({
  enquiries,
  today,
}: {
  readonly enquiries: readonly ListedEnquiry[]
  readonly today: Temporal.PlainDate
}) => (
  <Table
    caption="Newest first"
    captionClasses="govuk-visually-hidden"
    head={['Name', 'About', 'How it came', 'Received', 'State']}
    sortable
    rows={enquiries.map((it) => [
      {
        content: (
          <a class="govuk-link" href={`/office/enquiries/${it.id}`}>
            {it.name}
          </a>
        ),
        sortValue: it.name,
      },
      it.topic ? topicWords[it.topic] : 'Not said',
      it.askedBy === 'self' ? channelWords[it.channel] : `${channelWords[it.channel]}, a professional`,
      {
        content: (
          <>
            {shortDateAndTime(it.receivedAt, today)}, {howLong(londonDay(it.receivedAt), today)}
          </>
        ),
        sortValue: it.receivedAt.toString(),
      },
      <Tag colour={it.status === 'new' ? 'orange' : 'grey'}>{statusWords[it.status]}</Tag>,
    ])}
  />
)
