import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'

/** The receipt of what somebody took back. It names nothing that they agreed to: others may see the envelope or the screen. */
export const choiceTakenBack = (voice: ServiceVoice, on: string): WrittenMessage =>
  written('choice-taken-back', 'You told us that you changed your mind', [
    'Hello,',
    `On ${on} you took back something that you had agreed to. It has ended. What was done before stays as it is.`,
    'On our website, under Your data, you can see what ended and what goes on, and why. You can also ask us.',
    'If it was not you, please tell us.',
    closing(voice),
  ])
