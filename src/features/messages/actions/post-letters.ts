import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { settleMessage } from '../data/message-writes.ts'
import { lettersToPost } from '../data/waiting-letters.ts'

/**
 * Says that several letters were posted on a day. One that is no longer safe is left as it is, and so is one that somebody settled
 * meanwhile; the answer says how many were left.
 */
export function postLetters(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly letters: readonly Id[]; readonly postedOn: string },
) {
  const { key, letters, postedOn } = input
  return desk.act<never>(actor, { purpose: 'booking', deed: 'letter.settled', key }, async (scope) => {
    const mayGo = (await lettersToPost(scope)).filter((it) => it.mayGo && letters.includes(it.letter.id))
    let posted = 0
    for (const { letter } of mayGo)
      if (await settleMessage(scope, letter.id, 'printed', { by: actor, postedOn })) {
        await finishTasks(scope, { kind: 'letter-to-post', messageId: letter.id })
        posted++
      }
    return done({ left: `${letters.length - posted}` })
  })
}
