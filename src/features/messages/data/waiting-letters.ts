import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { addressLines } from '../../people/index.ts'
import { mayBePosted } from './may-be-posted.ts'
import { lettersWaiting, type WholeMessage } from './message-reads.ts'
import type { MessageOf } from './sending.ts'

/** A letter that is to be posted, with whether it may be at this moment. */
export interface LetterToPost {
  readonly of: MessageOf
  readonly letter: WholeMessage
  readonly mayGo: boolean
}

/** Letters that wait, the oldest first, each asked about now. In a fixed number of statements, however many there are. */
export async function lettersToPost(scope: Scope, of: MessageOf): Promise<LetterToPost[]> {
  const letters = await lettersWaiting(scope, of)
  return Promise.all(letters.map(async (letter) => ({ of, letter, mayGo: await mayBePosted(scope, letter) })))
}

/** Those that may go, with the envelope of each. For a case it wants a purpose that may read where somebody lives. */
export async function lettersToPrint(
  scope: Scope,
  of: MessageOf,
): Promise<{ readonly letter: WholeMessage; readonly address: string | null }[]> {
  const safe = (await lettersToPost(scope, of)).filter((it) => it.mayGo)
  return Promise.all(
    safe.map(async ({ letter }) => ({
      letter,
      address: letter.contactPointId ? await addressLines(scope, letter.contactPointId as Id) : null,
    })),
  )
}
