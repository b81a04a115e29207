import type { Content } from '../../../../ui/components/common.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import type { WholeMessage } from '../../data/message-reads.ts'
import { channelWords } from '../../domain/channels.ts'
import { StatusTag } from './message-facts.tsx'
import { Words } from './words.tsx'

export interface OutboxListProps {
  readonly messages: readonly WholeMessage[]
  /** What can be done with one of them. */
  readonly deeds?: (message: WholeMessage) => Content
}

/** Messages as they left, or would leave: what the demonstration shows in place of everybody's mailbox. */
export function OutboxList({ messages, deeds }: OutboxListProps) {
  if (messages.length === 0) return <p class="govuk-body">Nothing has been written yet.</p>
  return (
    <>
      {messages.map((message) => (
        <article class="ev-outbox" aria-labelledby={`message-${message.id}`}>
          <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id={`message-${message.id}`}>
            {message.subject}
          </h2>
          <p class="govuk-body-s">
            {channelWords[message.channel]} to {message.recipient.replaceAll('\n', ', ')}, {dateAndTime(message.madeAt)}{' '}
            <StatusTag message={message} />
          </p>
          <Words text={message.body} />
          {message.calendarEntry && (
            <Details summary="Calendar entry">
              <pre class="ev-pre">{message.calendarEntry}</pre>
            </Details>
          )}
          {deeds?.(message)}
        </article>
      ))}
    </>
  )
}
