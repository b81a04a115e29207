import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { CheckboxesField, DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, hasErrors, typed } from '../../../../ui/forms/form-state.ts'
import { PossibleMatches } from '../../../../ui/forms/possible-matches.tsx'
import {
  HiddenField,
  PostcodeField,
  TelephoneField,
  TextAreaField,
  TextField,
} from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { UnfinishedCall } from '../../data/call-drafts.ts'
import { type RecordedChannel, recordedChannels } from '../../domain/enquiry.ts'
import { askedByWords, topicWords } from '../../domain/words.ts'
import { HeardFromField, itemsOf, SafeTimesFields, Safety } from './detail-inputs.tsx'
import { UnfinishedCalls } from './unfinished-calls.tsx'

const words: Readonly<Record<RecordedChannel, { readonly heading: string; readonly save: string }>> = {
  telephone: { heading: 'Record a telephone call', save: 'Save the call' },
  visit: { heading: 'Record a visit', save: 'Save the visit' },
  letter: { heading: 'Record a letter', save: 'Save the letter' },
  email: { heading: 'Record an e-mail', save: 'Save the e-mail' },
}

/** How it came, as the form or the link that led here says. */
export const channelOf = (form: FormState): RecordedChannel =>
  recordedChannels.find((it) => it === typed(form, 'channel')) ?? 'telephone'

export const callHeading = (form: FormState): string => words[channelOf(form)].heading

interface CallFormProps {
  readonly form: FormState
  /** Under which identifier it is kept while it is typed, and when it was last. */
  readonly call: { readonly id: Id; readonly savedAt: Temporal.Instant | null }
  /** Other calls that were broken off. */
  readonly others: readonly UnfinishedCall[]
  readonly tokens: { readonly save: string; readonly discard: string }
}

/** One screen that follows a call as it goes: what must be asked stands open, in the order in which it is said; the rest can wait. */
export function CallFormPage({ form, call, others, tokens }: CallFormProps) {
  const written = ['letter', 'email'].includes(channelOf(form))
  const hidden = (token: string) => (
    <>
      <HiddenField name="_form" value={token} />
      <HiddenField name="call" value={call.id} />
    </>
  )
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrorSummary form={form} />
        <h1 class="govuk-heading-l">{callHeading(form)}</h1>
        <UnfinishedCalls calls={others} />
        <Form
          action="/office/enquiries/new"
          draftUrl="/office/enquiries/new/draft"
          draftSaved={call.savedAt ? `on ${dateAndTime(call.savedAt)}` : undefined}
          formFields={hidden(tokens.save)}
        >
          <HiddenField name="channel" value={channelOf(form)} />
          {written && (
            <DateField form={form} name="received_on" legend="Which day did it come?" hint="Leave empty for today" />
          )}
          <AskedFirst form={form} focus={!written} />
          <Later form={form} />
          <Button preventDoubleClick>{words[channelOf(form)].save}</Button>
        </Form>
        {call.savedAt && (
          <Form action="/office/enquiries/new/discard" formFields={hidden(tokens.discard)}>
            <Button classes="govuk-button--secondary">Throw this away</Button>
          </Form>
        )}
      </div>
    </div>
  )
}

const AskedFirst = ({ form, focus }: { readonly form: FormState; readonly focus: boolean }) => (
  <>
    <TextField form={form} name="given_name" label="First name" attributes={focus ? { autofocus: true } : {}} />
    <TextField form={form} name="family_name" label="Last name" />
    <PossibleMatches from="/office/search/possible" />
    <TelephoneField form={form} name="telephone" label="Telephone" />
    <Safety form={form} name="telephone_safety" legend="Is it safe to ring?" />
    <Safety form={form} name="voicemail_safety" legend="Is it safe to leave a message?" />
    <TextField form={form} name="contact_times" label="When is it safe to ring?" />
    <SafeTimesFields form={form} />
    <RadiosField form={form} name="topic" legend="What is it about?" items={itemsOf(topicWords)} inline small />
    <TextAreaField form={form} name="message" label="What they told us" rows={3} />
    <HeardFromField form={form} />
  </>
)

const asksLater = [
  'email',
  'email_safety',
  'address',
  'postcode',
  'letter_safety',
  'birth_date',
  'asked_by',
  'organisation',
  'other_given_name',
  'other_family_name',
]

/** Closed, it costs one press of the keyboard; it stands open where something in it was typed or must be put right. */
const Later = ({ form }: { readonly form: FormState }) => (
  <Details
    summary="More, if there is time"
    open={hasErrors(form) || asksLater.some((name) => (typed(form, name) ?? '') !== '') || channelOf(form) === 'letter'}
  >
    <TextField form={form} name="email" type="email" label="E-mail" spellcheck={false} />
    <Safety form={form} name="email_safety" legend="Is it safe to write by e-mail?" />
    <TextAreaField form={form} name="address" label="Address" rows={3} />
    <PostcodeField form={form} name="postcode" />
    <Safety form={form} name="letter_safety" legend="Is it safe to write by post?" />
    <DateField form={form} name="birth_date" legend="Date of birth" hint="Leave out what is not known" />
    <RadiosField form={form} name="asked_by" legend="Who is asking?" items={itemsOf(askedByWords)} inline small />
    <TextField form={form} name="organisation" label="Where a solicitor or agency works" />
    <CheckboxesField
      form={form}
      name="permission[]"
      legend="Does their client know?"
      items={[{ value: 'yes', content: 'Their client has agreed that they contact us' }]}
      small
    />
    <TextField form={form} name="other_given_name" label="The other person’s first name" />
    <TextField form={form} name="other_family_name" label="The other person’s last name" />
  </Details>
)
