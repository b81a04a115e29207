import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { ZoneTag } from '../../../../ui/components/zone.tsx'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import { type ListedMessage, messagesOfCase } from '../../data/message-reads.ts'
import { templateWords } from '../../domain/message-words.ts'
import { StatusTag } from './message.page.tsx'
import { messagePath } from './message-paths.ts'

/** What was written to the parties of a case: when, to whom, how it ended. The words stand on the message's own page. */
export const messagesPanel: Panel<PurposeKey> = {
  name: 'messages',
  area: 'office',
  purpose: 'booking',
  show: async (request, caseId) => {
    const messages = await request.desk.read(
      request.staff.id,
      { purpose: 'booking', deed: 'message.listed', caseId },
      (scope) => messagesOfCase(scope, caseId),
    )
    return (
      <section aria-labelledby="messages-heading">
        <h2 class="govuk-heading-m" id="messages-heading">
          Messages
        </h2>
        {messages.length === 0 ? (
          <p class="govuk-body">Nothing has been written to either party.</p>
        ) : (
          <ScrollArea label="Table of messages">
            <MessageTable messages={messages} today={request.today} />
          </ScrollArea>
        )}
      </section>
    )
  },
}

const zones = {
  A: { zone: 'a', words: 'Party A' },
  B: { zone: 'b', words: 'Party B' },
  office: { zone: 'office', words: 'Office' },
} as const

const MessageTable = (props: { readonly messages: readonly ListedMessage[]; readonly today: Temporal.PlainDate }) => (
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
      { content: <ZoneTag {...zones[message.zone]} /> },
      message.channel === 'letter' ? 'Letter' : 'E-mail',
      shortDateAndTime(message.madeAt, props.today),
      { content: <StatusTag message={message} /> },
    ])}
  />
)
