import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'

/** Opens the files of a person to a colleague again, with why. Nobody lifts their own: its row is not there for them. */
export function liftWall(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly wallId: Id; readonly reason: string },
) {
  const deed = { purpose: 'conflicts', deed: 'conflict.lifted', key: input.key, subjectId: input.wallId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const { numUpdatedRows } = await scope.queries
      .updateTable('wall')
      .set({ lifted_at: scope.now, lifted_by: actor, lift_reason: input.reason })
      .where('id', '=', input.wallId)
      .where('lifted_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? done({ wallId: input.wallId }) : refused('no_such')
  })
}
