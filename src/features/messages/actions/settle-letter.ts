import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { mayBePosted } from '../data/may-be-posted.ts'
import { messageOf } from '../data/message-reads.ts'
import { settleMessage } from '../data/message-writes.ts'
import type { MessageOf } from '../data/sending.ts'

export type LetterRefusal = 'no-such-letter' | 'not-waiting' | 'not-safe'

/** Says that a letter was posted, or will not be; its task is finished. One that is no longer safe cannot be posted. */
export function settleLetter(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: {
    readonly key: Id
    readonly of: MessageOf
    readonly messageId: Id
    readonly decision: 'posted' | 'not-posted'
    /** ISO date; today unless said. */
    readonly postedOn?: string
  },
) {
  const { key, of, messageId, decision } = input
  const purpose = of === 'case' ? 'booking' : 'enquiries'
  const deed = { purpose, deed: 'letter.settled', key, subjectId: messageId } as const
  return desk.act<LetterRefusal>(actor, deed, async (scope) => {
    const letter = await messageOf(scope, of, messageId)
    if (letter?.channel !== 'letter') return refused('no-such-letter')
    if (letter.caseId) scope.about({ caseId: letter.caseId })
    if (decision === 'posted' && letter.status === 'waiting' && !(await mayBePosted(scope, letter)))
      return refused('not-safe')
    const isPosted = decision === 'posted'
    const postedOn = isPosted ? (input.postedOn ?? todayInLondon(scope.now).toString()) : undefined
    const ending = { by: actor, ...(postedOn ? { postedOn } : { why: 'undone' as const }) }
    if (!(await settleMessage(scope, messageId, isPosted ? 'printed' : 'stopped', ending)))
      return refused('not-waiting')
    await finishTasks(scope, { kind: 'letter-to-post', messageId })
    return done({ messageId })
  })
}
