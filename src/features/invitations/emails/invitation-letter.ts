import type { FirstContactNotice } from '../../../policy/index.ts'
import { type WrittenMessage, written } from '../../messages/index.ts'
import type { LetterFacts, Wording } from './wordings.ts'

const noticeHeading = 'How we look after your details'

const noticeParagraphs = (notice: FirstContactNotice): string[] => [
  `${noticeHeading} (notice of ${notice.date})`,
  ...notice.parts.map(({ heading, text }) => `${heading}\n${text}`),
]

/** The first word to somebody: the offer, how to answer it, and the notice that must go with it. */
export const invitationMessage = (wording: Wording, facts: LetterFacts, notice: FirstContactNotice): WrittenMessage =>
  written('invitation', wording.subject, [...wording.invitation(facts), ...noticeParagraphs(notice)])

export const reminderMessage = (wording: Wording, facts: LetterFacts): WrittenMessage =>
  written('invitation-reminder', wording.subject, [...wording.reminder(facts)])
