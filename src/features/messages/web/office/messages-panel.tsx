import type { Scope } from '../../../../platform/database/desk.ts'
import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { ZoneTag } from '../../../../ui/components/zone.tsx'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import type { Id } from '../../../../values/ids.ts'
import { together } from '../../../../values/together.ts'
import { type ListedMessage, messagesOfCase } from '../../data/message-reads.ts'
import { channelWords } from '../../domain/channels.ts'
import { templateWords } from '../../domain/message-words.ts'
import { StatusTag } from './message-facts.tsx'
import { messagePath, writePath } from './message-paths.ts'

/** How the parties of a case are called, for who reads under this scope. */
export type NamesOfParties = (scope: Scope, caseId: Id) => Promise<{ readonly a: string; readonly b: string }>

/** What was written to the parties of a case: when, to whom, how it ended. The words stand on the message's own page. */
export const messagesPanel = (namesOfParties: NamesOfParties): Panel<PurposeKey> => ({
  name: 'messages',
  area: 'office',
  purpose: 'booking',
  show: async (request, caseId) => {
    const deed = { purpose: 'booking', deed: 'message.listed', caseId } as const
    const { messages, names } = await request.desk.read(request.staff.id, deed, (scope) =>
      together({ messages: messagesOfCase(scope, caseId), names: namesOfParties(scope, caseId) }),
    )
    return (
      <section aria-labelledby="messages-heading">
        <h2 class="govuk-heading-m" id="messages-heading">
          Messages
        </h2>
        <p class="govuk-body">
          <a class="govuk-link" href={writePath(caseId, 'A')}>
            Write to {names.a}
          </a>{' '}
          or{' '}
          <a class="govuk-link" href={writePath(caseId, 'B')}>
            write to {names.b}
          </a>
        </p>
        {messages.length === 0 ? (
          <p class="govuk-body">Nothing has been written to either party.</p>
        ) : (
          <ScrollArea label="Table of messages">
            <MessageTable messages={messages} names={names} today={request.today} />
          </ScrollArea>
        )}
      </section>
    )
  },
})

type Names = Awaited<ReturnType<NamesOfParties>>

const zoneOf = (zone: ListedMessage['zone'], names: Names) =>
  ({
    A: { zone: 'a', words: names.a },
    B: { zone: 'b', words: names.b },
    office: { zone: 'office', words: 'Office' },
  })[zone] as { readonly zone: 'a' | 'b' | 'office'; readonly words: string }

const MessageTable = (props: {
  readonly messages: readonly ListedMessage[]
  readonly names: Names
  readonly today: Temporal.PlainDate
}) => (
  <Table
    head={['Message', 'To', 'By', 'Written', 'Status']}
    rows={props.messages.map((message) => [
      {
        content: (
          <a class="govuk-link" href={messagePath('case', message.id)}>
            {templateWords(message.template)}
          </a>
        ),
      },
      { content: <ZoneTag {...zoneOf(message.zone, props.names)} /> },
      channelWords[message.channel],
      shortDateAndTime(message.madeAt, props.today),
      { content: <StatusTag message={message} /> },
    ])}
  />
)
