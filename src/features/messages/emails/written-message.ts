import type { WrittenMessage } from '../domain/message-words.ts'
import type { ServiceVoice } from '../domain/service-voice.ts'
import { shortForm } from '../domain/text-form.ts'

export type { WrittenMessage }

type Parts = readonly (string | null | false | undefined)[]

/** Paragraphs as plain text, and sentences as a text message; empty ones are left away. */
export const written = (template: string, subject: string, paragraphs: Parts, sentences?: Parts): WrittenMessage => ({
  template,
  subject,
  body: paragraphs.filter(Boolean).join('\n\n'),
  ...(sentences ? { short: shortForm(sentences.filter((it): it is string => Boolean(it))) } : {}),
})

/** How to reach us, and who we are. */
export const closing = (voice: ServiceVoice): string =>
  [voice.telephone && `You can ring us on ${voice.telephone}.`, voice.name].filter(Boolean).join('\n\n')
