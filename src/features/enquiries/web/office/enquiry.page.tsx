import type { VNode } from 'preact'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { dateAndTime, londonDay, longDate, plainDate } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import { safeTimesWords } from '../../../people/index.ts'
import type { EnquiryCorrection } from '../../data/corrections.ts'
import type { Enquiry } from '../../data/enquiry-reads.ts'
import type { Referral } from '../../data/referrals.ts'
import {
  askedByWords,
  channelWords,
  detailValue,
  detailWords,
  heardFromWords,
  nameOf,
  safetyWords,
  statusWords,
  topicWords,
  wantedAtWords,
} from '../../domain/words.ts'
import { ReferralPart } from './referral-part.tsx'

export interface EnquiryPageProps {
  readonly enquiry: Enquiry
  readonly corrections: readonly EnquiryCorrection[]
  /** Where else this person is on record, read under a purpose of its own; null for whoever may not look. */
  readonly known: VNode | null
  readonly form: FormState
  readonly token: string
  /** Each form has a request key of its own. */
  readonly noEmailToken: string
  readonly referral: Referral | null
  readonly referralTokens: { readonly end: string; readonly keep: string }
}

/** When somebody asked to be called or written to. */
const wantedWords = ({ wanted_on, wanted_at }: Enquiry) =>
  `${wanted_on ? longDate(Temporal.PlainDate.from(wanted_on)) : 'As soon as we can'}, ${wantedAtWords[wanted_at ?? 'any']}`

/** When it was written down, and when it came where that was an earlier day. */
function receivedWords({ received_at, received_on }: Enquiry): string {
  const came = Temporal.PlainDate.from(received_on)
  const recorded = dateAndTime(received_at)
  return came.equals(londonDay(received_at)) ? recorded : `received on ${plainDate(came)}, recorded ${recorded}`
}

const said = (text: string | null) => (text === null || text === '' ? 'Not said' : text)
const lines = (text: string) =>
  text.split('\n').map((line) => (
    <>
      {line}
      <br />
    </>
  ))

/** One enquiry: how to reach the person safely first, then what they told, then what can be done. */
export function EnquiryPage(props: EnquiryPageProps) {
  const { enquiry, known, form, token, noEmailToken } = props
  return (
    <>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">
        Enquiry {enquiry.reference}, {channelWords[enquiry.channel].toLowerCase()}, {receivedWords(enquiry)}
      </span>
      <h1 class="govuk-heading-l">{nameOf(enquiry.given_name, enquiry.family_name)}</h1>
      <p class="govuk-body">
        <Tag colour={enquiry.status === 'new' ? 'orange' : 'grey'}>{statusWords[enquiry.status]}</Tag>
      </p>
      {known}
      <HowToReach enquiry={enquiry} />
      <NoMoreEmail enquiry={enquiry} token={noEmailToken} />
      <WhatTheyTold enquiry={enquiry} />
      <PutRight corrections={props.corrections} />
      <ReferralPart enquiryId={enquiry.id} referral={props.referral} tokens={props.referralTokens} />
      <NextSteps enquiry={enquiry} form={form} token={token} />
    </>
  )
}

function HowToReach({ enquiry }: { readonly enquiry: Enquiry }) {
  const way = (value: string | null, safety: Enquiry['email_safety']) =>
    value === null
      ? 'Not given'
      : [value, ' ', <Tag colour={safety === 'safe' ? 'green' : 'red'}>{safetyWords[safety]}</Tag>]
  const { safe_days: safeDays, safe_from: safeFrom, safe_until: safeUntil } = enquiry
  const safeTimes = safeTimesWords({ safeDays, safeFrom, safeUntil })
  const address = enquiry.address === null ? null : [enquiry.address, enquiry.postcode].filter(Boolean).join(', ')
  return (
    <>
      <h2 class="govuk-heading-m">How to reach them</h2>
      {enquiry.safety_note && <WarningText>{enquiry.safety_note}</WarningText>}
      <SummaryList
        rows={[
          { key: 'Telephone', value: { content: way(enquiry.telephone, enquiry.telephone_safety) } },
          { key: 'Messages', value: `${safetyWords[enquiry.voicemail_safety]} to leave a message` },
          { key: 'E-mail', value: { content: way(enquiry.email, enquiry.email_safety) } },
          { key: 'Address', value: { content: way(address, enquiry.letter_safety) } },
          enquiry.channel === 'call_request' && { key: 'Asked for', value: wantedWords(enquiry) },
          { key: 'Safe times', value: safeTimes ?? 'No days or hours said' },
          { key: 'Good times', value: said(enquiry.contact_times) },
          { key: 'Needs', value: said(enquiry.needs) },
        ]}
      />
    </>
  )
}

/** Withdrawing is as easy as agreeing was: one press. Once there is a case it is said there. */
const NoMoreEmail = ({ enquiry, token }: { readonly enquiry: Enquiry; readonly token: string }) =>
  enquiry.email !== null && enquiry.email_safety === 'safe' && enquiry.case_id === null ? (
    <Form
      action={`/office/enquiries/${enquiry.id}/no-email`}
      formFields={<input type="hidden" name="_form" value={token} />}
    >
      <Button classes="govuk-button--secondary" preventDoubleClick>
        They do not want e-mail any more
      </Button>
    </Form>
  ) : null

function WhatTheyTold({ enquiry }: { readonly enquiry: Enquiry }) {
  const other = [enquiry.other_given_name, enquiry.other_family_name].filter(Boolean).join(' ')
  const born = enquiry.birth_date ? describePartialDate(parsePartialDate(enquiry.birth_date)) : 'Not said'
  return (
    <>
      <h2 class="govuk-heading-m">What they told us</h2>
      <SummaryList
        rows={[
          enquiry.asked_by !== 'self' && {
            key: 'Who asks',
            value: `${askedByWords[enquiry.asked_by]}, ${said(enquiry.organisation)}. ${enquiry.permission_stated ? 'Says that the client agreed.' : 'Did not say that the client agreed.'}`,
          },
          { key: 'About', value: enquiry.topic ? topicWords[enquiry.topic] : 'Not said' },
          { key: 'Born', value: born },
          enquiry.heard_from !== null && { key: 'Heard of us by', value: heardFromWords[enquiry.heard_from] },
          { key: 'The other person', value: said(other) },
          { key: 'Message', value: { content: enquiry.message === '' ? 'None' : lines(enquiry.message) } },
          enquiry.answer_note !== null && { key: 'Our answer', value: enquiry.answer_note },
        ]}
      />
    </>
  )
}

/** What was put right, and what the person says of what was told or noted: it stands beside that wherever it is shown. */
const PutRight = ({ corrections }: Pick<EnquiryPageProps, 'corrections'>) =>
  corrections.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Put right, or seen otherwise by them</h2>
      <SummaryList
        rows={corrections.map(({ field, was, became, words, corrected_at: at }) => ({
          key: detailWords[field] ?? field,
          value: {
            content: words
              ? ['They say: ', lines(words)]
              : `Was “${detailValue(field, was)}”, is “${detailValue(field, became)}” since ${plainDate(londonDay(at))}`,
          },
        }))}
      />
    </>
  )

const answered = { label: 'Or mark as answered: what did you tell them?', button: 'Mark as answered' }
const called = { label: 'Or record the call: what did you tell them?', button: 'Record the call' }
const wrote = { label: 'Or record that you wrote: what did you tell them?', button: 'Record that you wrote' }

function NextSteps({ enquiry, form, token }: Pick<EnquiryPageProps, 'enquiry' | 'form' | 'token'>) {
  // Somebody may have dealt with it while a colleague wrote: what was typed is still shown, for them to take away.
  const shown = enquiry.status === 'new' || hasErrors(form)
  const { label, button } = enquiry.channel !== 'call_request' ? answered : enquiry.telephone ? called : wrote
  return (
    <>
      <h2 class="govuk-heading-m">What next</h2>
      {enquiry.case_id ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/cases/${enquiry.case_id}`}>
            Go to the case
          </a>
        </p>
      ) : (
        <Button href={`/office/enquiries/${enquiry.id}/open-case`}>Open a case</Button>
      )}
      {shown && (
        <Form
          action={`/office/enquiries/${enquiry.id}/answer`}
          formFields={<input type="hidden" name="_form" value={token} />}
        >
          <TextAreaField form={form} name="note" label={label} rows={3} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {button}
          </Button>
        </Form>
      )}
    </>
  )
}
