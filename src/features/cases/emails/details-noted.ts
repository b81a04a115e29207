import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'

/** Says that a detail was changed, where it now leads and nowhere else. It names nothing: others may see the screen. */
export const detailsNoted = (voice: ServiceVoice): WrittenMessage =>
  written(
    'neutral-details-noted',
    'A change that you asked for',
    [
      'Hello,',
      'We have noted the change that you asked for.',
      'If it was not you who asked, please ring us.',
      closing(voice),
    ],
    [
      'We have noted the change that you asked for.',
      `If it was not you who asked, please ring ${voice.telephone || 'us'}.`,
      voice.name,
    ],
  )
