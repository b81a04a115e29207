import { plainDate } from '../../../ui/dates.ts'
import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'

/** Says that an answer can be taken, and nothing of what was asked or answered. */
export const answerReady = (
  voice: ServiceVoice,
  about: { readonly reference: string; readonly goodUntil: Temporal.PlainDate; readonly ownPages: boolean },
): WrittenMessage =>
  written('request-ready', 'Our answer is ready', [
    'Hello,',
    ...(about.ownPages
      ? [
          `Our answer to your request ${about.reference} is ready. You can take it from your own pages until ${plainDate(about.goodUntil)}.`,
          'If you do not use them, ring us: we find another way.',
        ]
      : [
          `Our answer to your request ${about.reference} is ready. You can have it from us until ${plainDate(about.goodUntil)}.`,
          'It is a locked file. Ring us: we say how you get it, and tell you the words that open it.',
        ]),
    'If you did not ask us anything, please tell us: then somebody else did, in your name.',
    closing(voice),
  ])
