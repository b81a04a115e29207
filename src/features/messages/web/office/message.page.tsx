import { Alert } from '../../../../ui/components/alert.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag, type TagColour } from '../../../../ui/components/tag.tsx'
import { dateAndTime, londonDay, longDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { WholeMessage } from '../../data/message-reads.ts'
import type { MessageOf } from '../../data/sending.ts'
import { type MessageStatus, statusWords, templateWords } from '../../domain/message-words.ts'
import { messagePath, printPath } from './message-paths.ts'

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

export interface MessagePageProps {
  readonly of: MessageOf
  readonly message: WholeMessage
  readonly isSafe: boolean
  /** Whether whoever looks may address an envelope. */
  readonly mayPost: boolean
  /** Why the last thing asked of this page was not done. */
  readonly refusal?: string
  readonly token: string
  readonly now: Temporal.Instant
}

/** One message: to whom, what it says, how far it is; a letter is printed and settled here. */
export function MessagePage({ of, message, isSafe, mayPost, refusal, token, now }: MessagePageProps) {
  const waitingLetter = message.channel === 'letter' && message.status === 'waiting'
  return (
    <>
      {refusal && (
        <Alert variant="error" title={refusal} role="alert">
          {refusal}
        </Alert>
      )}
      <h1 class="govuk-heading-l">{templateWords(message.template)}</h1>
      {message.status === 'waiting' && !isSafe && (
        <Alert variant="warning" title="Do not use this way of contact">
          It is no longer said to be safe to write to this person here. This message must not go.
        </Alert>
      )}
      <Facts of={of} message={message} now={now} />
      <h2 class="govuk-heading-m">{message.subject}</h2>
      <Words text={message.body} />
      {waitingLetter && <LetterForm of={of} message={message} isSafe={isSafe} mayPost={mayPost} token={token} />}
    </>
  )
}

/** An e-mail that was not tried yet and is put off: it goes by itself at a time that the person said is safe. */
const isHeld = (message: WholeMessage, now: Temporal.Instant) =>
  message.channel === 'email' &&
  message.status === 'waiting' &&
  message.attempts === 0 &&
  Temporal.Instant.compare(message.nextAttemptAt, now) > 0

function Facts({ of, message, now }: Pick<MessagePageProps, 'of' | 'message' | 'now'>) {
  const matter = of === 'case' ? `/office/cases/${message.caseId}` : `/office/enquiries/${message.enquiryId}`
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: { content: <StatusTag message={message} /> } },
        { key: message.channel === 'letter' ? 'Letter to' : 'E-mail to', value: { content: lines(message.recipient) } },
        { key: 'Written', value: dateAndTime(message.madeAt) },
        message.settledAt && { key: 'Settled', value: dateAndTime(message.settledAt) },
        isHeld(message, now) && {
          key: 'Waits until',
          value: `${dateAndTime(message.nextAttemptAt)}, a time they said is safe. It then goes by itself`,
        },
        message.channel === 'email' &&
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

function LetterForm({ of, message, isSafe, mayPost, token }: Omit<MessagePageProps, 'refusal' | 'now'>) {
  return (
    <>
      {isSafe && mayPost && (
        <p class="govuk-body">
          <a class="govuk-link" href={printPath(of, message.id)}>
            Open the letter to print it
          </a>
        </p>
      )}
      <Form action={messagePath(of, message.id)} formFields={<HiddenField name="_form" value={token} />}>
        <div class="govuk-button-group">
          {isSafe && (
            <Button name="decision" value="posted">
              It has been posted
            </Button>
          )}
          <Button name="decision" value="not-posted" classes="govuk-button--secondary">
            Do not post it
          </Button>
        </div>
      </Form>
    </>
  )
}

/** The letter as it goes into the envelope. */
export const LetterSheet = ({
  message,
  address,
}: {
  readonly message: WholeMessage
  readonly address: string | null
}) => (
  <>
    <p class="govuk-body ev-letter-address">{lines([message.recipient, address].filter(Boolean).join('\n'))}</p>
    <p class="govuk-body">{longDate(londonDay(message.madeAt))}</p>
    <Words text={message.body} />
  </>
)

/** Plain text as paragraphs and lines. */
export const Words = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p class="govuk-body">{lines(paragraph)}</p>
    ))}
  </>
)

const lines = (text: string) => text.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]))
