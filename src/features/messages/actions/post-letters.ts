import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { settleMessage } from '../data/message-writes.ts'
import type { MessageOf } from '../data/sending.ts'
import { lettersToPost } from '../data/waiting-letters.ts'

/**
 * Says that letters about cases, or about enquiries, were posted on a day. One that is no longer safe is left as it is, and so is one
 * that somebody settled meanwhile; the answer says how many were posted.
 */
export function postLetters(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly of: MessageOf; readonly letters: readonly Id[]; readonly postedOn: string },
) {
  const { key, of, letters, postedOn } = input
  const purpose = of === 'case' ? 'booking' : 'enquiries'
  return desk.act<never>(actor, { purpose, deed: 'letter.settled', key }, async (scope) => {
    const mayGo = (await lettersToPost(scope, of)).filter((it) => it.mayGo && letters.includes(it.letter.id))
    let posted = 0
    for (const { letter } of mayGo)
      if (await settleMessage(scope, letter.id, 'printed', { by: actor, postedOn })) {
        await finishTasks(scope, { kind: 'letter-to-post', messageId: letter.id })
        posted++
      }
    return done({ posted: `${posted}` })
  })
}
