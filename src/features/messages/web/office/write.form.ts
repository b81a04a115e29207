import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { longestBody, messageChannels } from '../../domain/channels.ts'
import { isOneLine } from '../../domain/message-words.ts'
import { fitsText, longestOtherText, longestText } from '../../domain/text-form.ts'

export const longestSubject = 150
export const longestReason = 500

const tooLong = `A text holds ${longestText} characters, or ${longestOtherText} with emoji or letters that not every telephone has. Make it shorter, or send it by e-mail or letter`

/** What a colleague writes to one party. A text has no subject, and is shorter. */
export const writeForm = z
  .object({
    to: z.string().refine((it): it is Id => isId(it), 'Open the page again: it does not say to whom this goes'),
    channel: oneOf(messageChannels, 'Choose how it is to go'),
    subject: optionalText(longestSubject).refine((it) => it === null || isOneLine(it), 'A subject is one line'),
    body: requiredText('Write what you want to tell them', longestBody),
    reason: optionalText(longestReason),
  })
  // Also asked where other fields are wrong: an empty form says at each field what to do.
  .refine(({ channel, subject }) => channel === 'text' || (typeof subject === 'string' && subject !== ''), {
    ...{ path: ['subject'], error: 'Say in a few words what it is about', when: () => true },
  })
  .refine(({ channel, body }) => channel !== 'text' || fitsText(body), {
    ...{ path: ['body'], error: tooLong },
  })
