import type { ServiceVoice } from '../domain/service-voice.ts'

/** Plain words for one person. They name nobody, and say nothing of why the person is in touch with us. */
export interface WrittenMessage {
  readonly template: string
  readonly subject: string
  readonly body: string
}

/** Paragraphs as plain text; empty ones are left away. */
export const written = (
  template: string,
  subject: string,
  paragraphs: readonly (string | null | false)[],
): WrittenMessage => ({ template, subject, body: paragraphs.filter(Boolean).join('\n\n') })

/** How to reach us, and who we are. */
export const closing = (voice: ServiceVoice): string =>
  [voice.telephone && `You can ring us on ${voice.telephone}.`, voice.name].filter(Boolean).join('\n\n')
