import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { longestBody, longestText, messageChannels } from '../../domain/channels.ts'
import { isOneLine } from '../../domain/message-words.ts'

export const longestSubject = 150
export const longestReason = 500

/** What a colleague writes to one party. A text has no subject, and is shorter. */
export const writeForm = z
  .object({
    to: z.string().refine((it): it is Id => isId(it), 'Open the page again: it does not say to whom this goes'),
    channel: oneOf(messageChannels, 'Choose how it is to go'),
    subject: optionalText(longestSubject).refine((it) => it === null || isOneLine(it), 'A subject is one line'),
    body: requiredText('Write what you want to tell them', longestBody),
    reason: optionalText(longestReason),
  })
  .superRefine(({ channel, subject, body }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (channel !== 'text' && subject === null) wrong('subject', 'Say in a few words what it is about')
    if (channel === 'text' && body.length > longestText)
      wrong('body', `A text message must be ${longestText} characters or fewer`)
  })
