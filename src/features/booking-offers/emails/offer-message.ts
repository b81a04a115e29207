import { plainDate } from '../../../ui/dates.ts'
import { type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'

/**
 * Says that times are offered, and where they are: not which, so that the message alone tells nothing of when somebody is out. The same
 * for a meeting of one's own and for one of both.
 */
export const offerMessage = (voice: ServiceVoice, answerBy: Temporal.PlainDate): WrittenMessage =>
  written(
    'times-offered',
    'Times to choose from',
    [
      'Hello,',
      `There are times for you to choose from for an appointment. You find them on our website, where you see your own appointments.`,
      `Please answer by ${plainDate(answerBy)}. If none of them suits you, say there what would.`,
      voice.telephone && `You can also ring us on ${voice.telephone}.`,
      voice.name,
    ],
    [
      `There are times to choose from for your appointment, on our website. Please answer by ${plainDate(answerBy)}.`,
      voice.telephone && `Or ring ${voice.telephone}.`,
      voice.name,
    ],
  )
