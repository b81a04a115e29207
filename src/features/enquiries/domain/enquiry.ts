/** Ways in by which the office writes down what came; the others write themselves down. */
export const recordedChannels = ['telephone', 'visit', 'letter', 'email'] as const
export type RecordedChannel = (typeof recordedChannels)[number]
export type Channel = 'contact_form' | 'self_referral' | 'referral' | 'call_request' | RecordedChannel

/** How somebody came to hear of the service, in the order in which people name it. */
export const heardFrom = [
  'search',
  'solicitor',
  'court',
  'friend_or_family',
  'agency',
  'doctor_or_school',
  'before',
  'other',
] as const
export type HeardFrom = (typeof heardFrom)[number]
/** Which part of a day somebody asked for. */
export const wantedAt = ['any', 'morning', 'afternoon'] as const
export type WantedAt = (typeof wantedAt)[number]

export type EnquiryTopic = 'children' | 'money' | 'both' | 'question' | 'other'
export type EnquiryStatus = 'new' | 'answered' | 'taken_on'
export type AskedBy = 'self' | 'solicitor' | 'agency'
