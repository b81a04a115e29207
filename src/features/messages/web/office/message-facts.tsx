import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag, type TagColour } from '../../../../ui/components/tag.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import type { WholeMessage } from '../../data/message-reads.ts'
import type { MessageOf } from '../../data/sending.ts'
import { answeredWords, readFindings } from '../../domain/guard.ts'
import { type MessageStatus, statusWords, whyWords } from '../../domain/message-words.ts'
import { leftWords } from '../../domain/send-delay.ts'
import { lines } from './words.tsx'

const colours: Readonly<Record<MessageStatus, TagColour>> = {
  waiting: 'blue',
  sent: 'green',
  printed: 'green',
  stopped: 'grey',
  failed: 'red',
}

export const StatusTag = ({ message }: { readonly message: Pick<WholeMessage, 'channel' | 'status'> }) => (
  <Tag colour={colours[message.status]}>{statusWords(message.channel, message.status)}</Tag>
)

/** What was not tried yet and is put off: it goes by itself at a time that the person said is safe. */
const isHeld = (message: WholeMessage, now: Temporal.Instant) =>
  message.channel !== 'letter' &&
  message.status === 'waiting' &&
  message.attempts === 0 &&
  Temporal.Instant.compare(message.nextAttemptAt, now) > 0

const toWords = { email: 'E-mail to', text: 'Text message to', letter: 'Letter to' } as const

export interface FactsProps {
  readonly of: MessageOf
  readonly message: WholeMessage
  /** Who wrote it, where a colleague did. */
  readonly writer?: string | undefined
  readonly now: Temporal.Instant
}

/** To whom it goes, how far it is, and why. */
export function Facts({ of, message, writer, now }: FactsProps) {
  const matter = of === 'case' ? `/office/cases/${message.caseId}` : `/office/enquiries/${message.enquiryId}`
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: { content: <StatusTag message={message} /> } },
        message.why && { key: 'Why', value: whyWords[message.why] },
        { key: toWords[message.channel], value: { content: lines(message.recipient) } },
        { key: 'Written', value: [dateAndTime(message.madeAt), writer && `by ${writer}`].filter(Boolean).join(', ') },
        message.guardReason !== null && {
          key: 'Sent all the same',
          value: `${answeredWords(readFindings(message.guardFound))}: ${message.guardReason}`,
        },
        message.postedOn !== null && { key: 'Posted on', value: plainDate(Temporal.PlainDate.from(message.postedOn)) },
        message.settledAt && message.postedOn === null && { key: 'Settled', value: dateAndTime(message.settledAt) },
        message.deliveredAt && { key: 'Arrived', value: dateAndTime(message.deliveredAt) },
        isHeld(message, now) && { key: 'Waits until', value: heldWords(message, now) },
        message.channel !== 'letter' &&
          message.status === 'waiting' &&
          message.attempts > 0 && {
            key: 'Tried',
            value: `${message.attempts} ${message.attempts === 1 ? 'time' : 'times'}; next ${dateAndTime(message.nextAttemptAt)}`,
          },
        {
          key: 'About',
          value: {
            content: (
              <a class="govuk-link" href={matter}>
                {of === 'case' ? 'the case' : 'the enquiry'}
              </a>
            ),
          },
        },
      ]}
    />
  )
}

/** A colleague's words wait so that they can be taken back; what waits longer waits for a safe time. */
const heldWords = ({ writtenBy, nextAttemptAt }: WholeMessage, now: Temporal.Instant) =>
  writtenBy && now.until(nextAttemptAt).total('hours') < 1
    ? `It goes by itself in ${leftWords(nextAttemptAt, now)}`
    : `${dateAndTime(nextAttemptAt)}, a time they said is safe. It then goes by itself`
