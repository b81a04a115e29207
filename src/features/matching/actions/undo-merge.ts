import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { undo } from '../data/merges.ts'

/** `over`: the time for it has passed, or one of the two has no file left. `later`: the kept record went into another since. */
export type UndoRefusal = 'no_such' | 'over' | 'later' | 'held' | 'walled'

const refusals: Readonly<Record<string, UndoRefusal>> = {
  ...{ person_merge_over: 'over', person_merge_later: 'later', case_held: 'held' },
  ...{ party_mediator_walled: 'walled' },
}

/** Makes two records of what had become one: each row goes back to where it was; what came since stays. */
export function undoMerge(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly mergeId: Id; readonly reason: string },
) {
  const { key, mergeId, reason } = input
  const deed = { purpose: 'merging', deed: 'person.parted', key, subjectId: mergeId, refusals } as const
  return desk.act<UndoRefusal>(actor, deed, async (scope) =>
    (await undo(scope, mergeId, reason)) ? done({ mergeId }) : refused('no_such'),
  )
}
