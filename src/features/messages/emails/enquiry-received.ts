import type { ServiceVoice } from '../domain/service-voice.ts'
import type { WrittenMessage } from './written-message.ts'
import { closing, written } from './written-message.ts'

/** Tells somebody that what they sent has arrived. It repeats nothing of it: others may see the screen. */
export const enquiryReceived = (voice: ServiceVoice, facts: { readonly reference: string }): WrittenMessage =>
  written('enquiry-received', 'We have your message', [
    'Hello,',
    `Thank you for getting in touch. Your reference is ${facts.reference}.`,
    'We will reply in the way that you said suits you.',
    closing(voice),
  ])
