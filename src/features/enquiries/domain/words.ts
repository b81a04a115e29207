import { describePartialDate, parsePartialDate } from '../../../values/partial-date.ts'
import type { AskedBy, Channel, EnquiryStatus, EnquiryTopic, HeardFrom, WantedAt } from './enquiry.ts'

export const channelWords: Readonly<Record<Channel, string>> = {
  contact_form: 'Contact form',
  self_referral: 'Self-referral',
  telephone: 'Telephone',
  visit: 'Visit',
  letter: 'Letter',
  email: 'E-mail',
  referral: 'Referral',
  call_request: 'Asked to be contacted',
}

export const heardFromWords: Readonly<Record<HeardFrom, string>> = {
  search: 'Searching the web',
  solicitor: 'A solicitor',
  court: 'The court',
  friend_or_family: 'Friends or family',
  agency: 'Another organisation',
  doctor_or_school: 'A doctor or school',
  before: 'They came before',
  other: 'Some other way',
}

export const topicWords: Readonly<Record<EnquiryTopic, string>> = {
  children: 'Children',
  money: 'Money and property',
  both: 'Children and money',
  question: 'A question',
  other: 'Something else',
}

export const statusWords: Readonly<Record<EnquiryStatus, string>> = {
  new: 'Waiting for an answer',
  answered: 'Answered',
  taken_on: 'Taken on as a case',
}

export const safetyWords = { safe: 'Safe', unsafe: 'Not safe', not_asked: 'Not asked' } as const

/** What stands in an enquiry, as a page names it. */
export const detailWords: Readonly<Record<string, string>> = {
  ...{ given_name: 'First name', family_name: 'Last name', birth_date: 'Date of birth', organisation: 'Organisation' },
  ...{ email: 'E-mail', telephone: 'Telephone', address: 'Address', postcode: 'Postcode' },
  ...{ email_safety: 'Whether e-mail is safe', telephone_safety: 'Whether ringing is safe' },
  ...{ letter_safety: 'Whether post is safe', voicemail_safety: 'Whether a message may be left' },
  ...{ contact_times: 'Good times', safe_days: 'Safe days', safe_from: 'Safe from', safe_until: 'Safe until' },
  ...{ heard_from: 'How they heard of us', topic: 'What it is about', needs: 'What they need' },
  ...{ message: 'What they told us', safety_note: 'The note on safety', answer_note: 'Our answer' },
}

/** A detail in words: a choice of ours as a page says it, anything else as it was said. */
export function detailValue(field: string, value: string | null): string {
  if (value === null || value === '') return 'nothing'
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...{ topic: topicWords, heard_from: heardFromWords },
    ...(field.endsWith('_safety') ? { [field]: safetyWords } : {}),
  }
  if (field === 'birth_date') return describePartialDate(parsePartialDate(value))
  return choices[field]?.[value] ?? value
}

export const askedByWords: Readonly<Record<AskedBy, string>> = {
  self: 'The person themselves',
  solicitor: 'A solicitor',
  agency: 'An agency',
}

export const wantedAtWords: Readonly<Record<WantedAt, string>> = {
  any: 'at any time',
  morning: 'in the morning',
  afternoon: 'in the afternoon',
}

/** What somebody is called, also when nobody said. */
export const nameOf = (givenName: string, familyName: string): string =>
  `${givenName} ${familyName}`.trim() || 'No name given'
