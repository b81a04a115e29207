import { Alert } from '../../../../ui/components/alert.tsx'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { WhyNot } from '../../../people/index.ts'
import { isUsable, type PartyToWriteTo } from '../../data/party-to-write-to.ts'
import { channelWords, longestBody, type MessageChannel, messageChannels } from '../../domain/channels.ts'
import { findingWords, type GuardKind, mustBeMended } from '../../domain/guard.ts'
import { writePath } from './message-paths.ts'
import { longestReason, longestSubject } from './write.form.ts'

export interface WritePageProps {
  readonly party: PartyToWriteTo
  readonly channels: readonly MessageChannel[]
  readonly form: FormState
  /** What the guard found in what was sent; empty before anything was. */
  readonly found: readonly GuardKind[]
  /** Why it was not taken, where that is no field's fault. */
  readonly refusal?: string | undefined
  /** How long it waits before it goes, in words. */
  readonly delay: string
  readonly token: string
}

const whyNot: Readonly<Record<WhyNot, string>> = {
  none: 'We have none of theirs',
  not_asked: 'They have not said that it is safe',
  told_by_another: 'Somebody else gave it to us, and they have not confirmed it',
  shared: 'The other party has the same',
  unsafe: 'They said that it is not safe',
}

/** Writes to one party in one's own words. What the guard found stands above the words, which are as they were typed. */
export function WritePage(props: WritePageProps) {
  const { party, form, found, refusal, token } = props
  const nowhere = !props.channels.some((channel) => isUsable(party.ways[channel]))
  return (
    <>
      <BackLink href={`/office/cases/${party.caseId}`}>The case</BackLink>
      <FormErrorSummary form={form} />
      {refusal && (
        <Alert variant="error" title={refusal} role="alert">
          {refusal}
        </Alert>
      )}
      <h1 class="govuk-heading-l">Write to {party.name}</h1>
      <Found found={found} other={party.other} />
      {nowhere ? (
        <p class="govuk-body">
          No way of writing to them is known to be safe. Ask them by telephone, if that is safe, and note what they say.
        </p>
      ) : (
        <Form
          action={writePath(party.caseId, party.side)}
          formFields={
            <>
              <HiddenField name="_form" value={token} />
              <HiddenField name="to" value={party.personId} />
            </>
          }
        >
          <Fields {...props} />
          <Button preventDoubleClick>{found.length > 0 ? 'Check it again and send it' : 'Send it'}</Button>
          <p class="govuk-body-s">
            An e-mail or a text waits {props.delay} before it goes. In that time you can take it back.
          </p>
        </Form>
      )}
    </>
  )
}

function Found({ found, other }: Pick<WritePageProps, 'found'> & { readonly other: string }) {
  if (found.length === 0) return null
  const mend = found.some(mustBeMended)
  return (
    <Alert variant="warning" title="Please look at this before it goes" showTitleAsHeading role="alert">
      <ul class="govuk-list govuk-list--bullet">
        {found.map((kind) => (
          <li>{findingWords(kind, other)}</li>
        ))}
      </ul>
      {mend
        ? 'Take it out, then send it. Where somebody is and how they are reached is passed on to nobody.'
        : 'Mend it, or say below why it may go as it is.'}
    </Alert>
  )
}

function Fields({ party, channels, form, found }: WritePageProps) {
  const offered = messageChannels.filter((it) => channels.includes(it))
  const asksWhy = found.length > 0 && !found.some(mustBeMended)
  return (
    <>
      <RadiosField
        form={form}
        name="channel"
        legend="How is it to go?"
        items={offered.flatMap((channel) => {
          const way = party.ways[channel]
          const hint = isUsable(way) && { content: whereWords(channel, way.value) }
          return hint ? [{ value: channel, content: channelWords[channel], hint }] : []
        })}
      />
      {offered.map((channel) => {
        const way = party.ways[channel]
        return isUsable(way) ? null : (
          <p class="govuk-body-s">
            {channelWords[channel]}: {whyNot[way]}.
          </p>
        )
      })}
      <TextField
        form={form}
        name="subject"
        label="Subject"
        hint="Neutral words: it may light up on a locked screen. A text message has none."
        attributes={{ maxlength: longestSubject }}
      />
      <TextAreaField
        form={form}
        name="body"
        label="What do you want to tell them?"
        hint={`It goes to ${party.name} alone. Leave out whatever the other party told us, and how or where they can be reached.`}
        rows={10}
        maxlength={longestBody}
      />
      {asksWhy && (
        <TextAreaField
          form={form}
          name="reason"
          label="Why may it go as it is?"
          hint="Kept with the message. Colleagues who work on this case see it."
          rows={2}
          maxlength={longestReason}
        />
      )}
    </>
  )
}

const whereWords = (channel: MessageChannel, value: string) =>
  channel === 'letter' ? 'To the address that they said is safe. Somebody prints and posts it' : `To ${value}`
