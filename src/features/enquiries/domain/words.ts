import type { AskedBy, Channel, EnquiryStatus, EnquiryTopic, SameBy } from './enquiry.ts'

export const channelWords: Readonly<Record<Channel, string>> = {
  contact_form: 'Contact form',
  self_referral: 'Self-referral',
  telephone: 'Telephone',
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

export const matchWords: Readonly<Record<SameBy, string>> = {
  telephone: 'same telephone',
  email: 'same e-mail',
  name_and_birth_date: 'same name and date of birth',
}

export const askedByWords: Readonly<Record<AskedBy, string>> = {
  self: 'The person themselves',
  solicitor: 'A solicitor',
  agency: 'An agency',
}
