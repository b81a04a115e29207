import { referralTemplate } from '../domain/message-words.ts'
import type { ServiceVoice } from '../domain/service-voice.ts'
import { closing, type WrittenMessage, written } from './written-message.ts'

/** Tells whoever referred somebody that it has come, with the link by which they can follow it. It names nobody. */
export const referralReceived = (
  voice: ServiceVoice,
  facts: { readonly reference: string; readonly link: string; readonly notice: string },
): WrittenMessage =>
  written(referralTemplate, 'We have your referral', [
    'Hello,',
    `Thank you for your referral. Its reference is ${facts.reference}. We will contact the person in the way that you said is safe.`,
    `By this link you can see whether a first meeting is booked and has taken place. It is meant for you alone, and it ends when the person says so:\n${facts.link}`,
    `What we do with your own details stands in our privacy notice:\n${facts.notice}`,
    closing(voice),
  ])
