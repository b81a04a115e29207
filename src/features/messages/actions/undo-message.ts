import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { messageOf } from '../data/message-reads.ts'
import { settleMessage } from '../data/message-writes.ts'

export type UndoRefusal = 'no-such-message' | 'gone'

/** Takes back what a colleague wrote, while it waits. Whoever presses twice gets the same answer; what has left has left. */
export function undoMessage(desk: Desk<PurposeKey>, actor: Id, input: { readonly key: Id; readonly messageId: Id }) {
  const { key, messageId } = input
  const deed = { purpose: 'booking', deed: 'message.undone', key, subjectId: messageId } as const
  return desk.act<UndoRefusal>(actor, deed, async (scope) => {
    const message = await messageOf(scope, 'case', messageId)
    if (!message?.writtenBy || !message.caseId) return refused('no-such-message')
    scope.about({ caseId: message.caseId })
    const undone = await settleMessage(scope, messageId, 'stopped', { why: 'undone', by: actor })
    // Read again: whoever pressed at the same moment may have taken it back since it was read.
    if (!undone && (await messageOf(scope, 'case', messageId))?.why !== 'undone') return refused('gone')
    if (undone && message.channel === 'letter') await finishTasks(scope, { kind: 'letter-to-post', messageId })
    return done({ messageId })
  })
}
