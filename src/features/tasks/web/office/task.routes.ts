import type { Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { finishByHand, type TaskPurpose, taskPurposes } from '../../actions/finish-by-hand.ts'

/** A purpose has addresses of its own: an address acts for one. */
const places: Readonly<Record<TaskPurpose, string>> = {
  booking: '/office/tasks',
  accountability: '/office/privacy-tasks',
}

export const doneAddress = (purpose: TaskPurpose, taskId: string): string => `${places[purpose]}/${taskId}/done`

/** Marking a task as done. */
export const taskRoutes = (): Route<PurposeKey>[] =>
  taskPurposes.map((purpose) => ({
    method: 'POST',
    path: doneAddress(purpose, ':taskId'),
    area: 'office',
    purpose,
    entry: 'purpose',
    handle: async ({ desk, staff, params, form }): Promise<Reply> => {
      if (!staff || !isId(params.taskId)) return { notFound: true }
      const outcome = await finishByHand(desk, staff, { key: form.key, purpose, taskId: params.taskId })
      return outcome.done ? { redirect: '/office/today?done=task' } : { notFound: true }
    },
  }))
