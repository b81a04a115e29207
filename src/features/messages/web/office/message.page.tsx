import { Alert } from '../../../../ui/components/alert.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { londonDay, longDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { WholeMessage } from '../../data/message-reads.ts'
import type { MessageOf } from '../../data/sending.ts'
import { templateWords } from '../../domain/message-words.ts'
import { Facts } from './message-facts.tsx'
import { lettersPath, messagePath, printPath, undoPath, writePath } from './message-paths.ts'
import { lines, Words } from './words.tsx'

export interface MessagePageProps {
  readonly of: MessageOf
  readonly message: WholeMessage
  readonly isSafe: boolean
  /** Whether whoever looks may address an envelope. */
  readonly mayPost: boolean
  /** Where to say that it went to the wrong person; null for those who cannot. */
  readonly wentWrong: string | null
  /** Why the last thing asked of this page was not done. */
  readonly refusal?: string
  /** Who wrote it, where a colleague did. */
  readonly writer?: string | undefined
  /** Made for each form. */
  readonly token: () => string
  readonly now: Temporal.Instant
}

/** One message: to whom, what it says, how far it is; a letter is printed and settled here. */
export function MessagePage(props: MessagePageProps) {
  const { of, message, isSafe, mayPost, refusal, writer, token, now } = props
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
      <Facts of={of} message={message} writer={writer} now={now} />
      <TakeBack message={message} token={token} />
      {props.wentWrong !== null && message.status !== 'waiting' && (
        <p class="govuk-body">
          <a class="govuk-link" href={props.wentWrong}>
            It went to the wrong person
          </a>
        </p>
      )}
      {message.channel !== 'text' && <h2 class="govuk-heading-m">{message.subject}</h2>}
      <Words text={message.body} />
      {waitingLetter && <LetterForm of={of} message={message} isSafe={isSafe} mayPost={mayPost} token={token} />}
    </>
  )
}

/** A colleague's words can be taken back while they wait, and written anew when they were. */
function TakeBack({ message, token }: Pick<MessagePageProps, 'message' | 'token'>) {
  if (!message.writtenBy || !message.caseId || message.zone === 'office') return null
  if (message.status === 'waiting' && message.channel !== 'letter')
    return (
      <Form action={undoPath(message.id)} formFields={<HiddenField name="_form" value={token()} />}>
        <Button preventDoubleClick classes="govuk-button--secondary">
          Take it back
        </Button>
      </Form>
    )
  if (message.why !== 'undone') return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${writePath(message.caseId, message.zone)}?from=${message.id}`}>
        Mend it and send it anew
      </a>
    </p>
  )
}

function LetterForm({ of, message, isSafe, mayPost, token }: Omit<MessagePageProps, 'refusal' | 'now' | 'wentWrong'>) {
  return (
    <>
      {isSafe && mayPost && (
        <p class="govuk-body">
          <a class="govuk-link" href={printPath(of, message.id)}>
            Open the letter to print it
          </a>
          {of === 'case' && (
            <>
              {' '}
              or see{' '}
              <a class="govuk-link" href={lettersPath}>
                all letters to post
              </a>
            </>
          )}
        </p>
      )}
      <Form action={messagePath(of, message.id)} formFields={<HiddenField name="_form" value={token()} />}>
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
