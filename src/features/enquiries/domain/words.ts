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
