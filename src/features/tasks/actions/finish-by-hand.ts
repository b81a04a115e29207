import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { finishByHand as finish } from '../data/tasks.ts'

/** Purposes under which staff see what waits for them. */
export const taskPurposes = ['booking', 'accountability'] as const
export type TaskPurpose = (typeof taskPurposes)[number]

/** Says that a task is done which no act of the software shows: a call, a letter in the post. */
export function finishByHand(
  desk: Desk<PurposeKey>,
  staff: { readonly id: Id; readonly role: string },
  input: { readonly key: Id; readonly purpose: TaskPurpose; readonly taskId: Id },
) {
  const { purpose, taskId, key } = input
  return desk.act<'no_such'>(staff.id, { purpose, deed: 'task.done', key }, async (scope) => {
    const task = { id: taskId, role: staff.role, staffId: staff.id }
    return (await finish(scope, task)) ? done({ taskId }) : refused('no_such')
  })
}
