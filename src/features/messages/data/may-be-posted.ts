import type { Scope } from '../../../platform/database/desk.ts'
import { stillGuarded } from './guard-reads.ts'
import type { WholeMessage } from './message-reads.ts'
import { stillSafe } from './still-safe.ts'

/** Whether a letter may be printed and posted at this moment: asked again each time, since what was safe may not be so any more. */
export const mayBePosted = async (scope: Scope, letter: WholeMessage): Promise<boolean> =>
  (await stillSafe(scope, letter)) && (await stillGuarded(scope, letter))
