import type { WrittenMessage } from '../domain/message-words.ts'
import type { ServiceVoice } from '../domain/service-voice.ts'

export type { WrittenMessage }

/** Paragraphs as plain text; empty ones are left away. */
export const written = (
  template: string,
  subject: string,
  paragraphs: readonly (string | null | false)[],
): WrittenMessage => ({ template, subject, body: paragraphs.filter(Boolean).join('\n\n') })

/** How to reach us, and who we are. */
export const closing = (voice: ServiceVoice): string =>
  [voice.telephone && `You can ring us on ${voice.telephone}.`, voice.name].filter(Boolean).join('\n\n')
