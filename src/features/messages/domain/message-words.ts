import type { Use } from '../../people/index.ts'
import type { MessageChannel } from './channels.ts'

const templates: Readonly<Record<string, string>> = {
  'enquiry-received': 'We have your message',
  'referral-received': 'We have your referral',
  'appointment-booked': 'Appointment booked',
  'appointment-moved': 'Appointment moved',
  'appointment-cancelled': 'Appointment cancelled',
  'neutral-details-noted': 'We changed how we reach you',
  invitation: 'Invitation to a first meeting',
  'invitation-reminder': 'Reminder of an invitation',
  'portal-code': 'Code to sign in',
  'referrer-account': 'Account for referrals',
  'request-received': 'We have a request about data',
  'request-code': 'Code for a request about data',
  'request-question': 'Question about a request about data',
  'complaint-received': 'We have a complaint',
  'complaint-progress': 'How far a complaint is',
  'complaint-answered': 'Answer to a complaint',
  'complaint-other-told': 'We are looking at how we work',
  'request-extended': 'More time for a request about data',
  'request-ready': 'The answer to a request about data is ready',
  'request-answered': 'Answer to a request about data',
  'recipients-named': 'Whom we had told about somebody',
  'choice-taken-back': 'What they took back has ended',
  'hand-written': 'Written by a colleague',
  'appointment-reminder': 'Reminder of an appointment',
}

/** What no text can hold, with what it needs: a notice, a link, or a code that is asked for where one reads it. */
const notInText: ReadonlySet<string> = new Set([
  'enquiry-received',
  'referral-received',
  'invitation',
  'invitation-reminder',
  'portal-code',
  'referrer-account',
])

/** Whether what a message says may be said in a text. What nobody has named may not. */
export const maySayInText = (template: string): boolean => template in templates && !notInText.has(template)

/** Plain words for one person. They name nobody, and say nothing of why the person is in touch with us. */
export interface WrittenMessage {
  readonly template: string
  readonly subject: string
  readonly body: string
  /** The same as a text message, in few words. */
  readonly short?: string
}

/** A colleague's own words. */
export const handTemplate = 'hand-written'

/** The word to whoever referred somebody. */
export const referralTemplate = 'referral-received'

/** What a message is, as far as it decides to where it may go: its template's name begins with `invitation` or `neutral`, or not. */
export const useOf = (template: string): Use =>
  template.startsWith('invitation') ? 'invitation' : template.startsWith('neutral-') ? 'neutral' : 'anything'

export type MessageStatus = 'waiting' | 'sent' | 'printed' | 'stopped' | 'failed'

/** What a message is about, for the office. */
export const templateWords = (template: string): string => templates[template] ?? 'Message'

const emailStatus: Readonly<Record<MessageStatus, string>> = {
  waiting: 'Waiting to be sent',
  sent: 'Sent',
  printed: 'Posted',
  stopped: 'Not sent',
  failed: 'Could not be delivered',
}

/** How far a message is, for the office. */
export const statusWords = (channel: MessageChannel, status: MessageStatus): string =>
  channel === 'letter' && status === 'waiting' ? 'Waiting to be posted' : emailStatus[status]

export type WhyNotGone = 'unsafe' | 'late' | 'refused' | 'bounced' | 'undone' | 'guarded'

/** Why a message did not go or came back, for the office. */
export const whyWords: Readonly<Record<WhyNotGone, string>> = {
  unsafe: 'It was no longer safe to write to them there',
  late: 'It would have come too late',
  refused: 'It was not taken: there is no such mailbox or number',
  bounced: 'It came back: their mailbox did not take it',
  undone: 'A colleague took it back',
  guarded: 'Something of the other party was found in it when it was about to go',
}

/** A message has no subject line that could become another header, nor a letter a title on two lines. */
export const isOneLine = (text: string): boolean => text.length > 0 && !/[\p{Cc}\u2028\u2029]/u.test(text)
