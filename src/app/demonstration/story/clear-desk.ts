import { settleLetter } from '../../../features/messages/index.ts'
import { finishByHand, waitingTasks } from '../../../features/tasks/index.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'

/** The coordinator does what waits: posts letters, makes calls. As each button of Today does it. */
export async function clearDesk(service: Service, coordinator: Id): Promise<void> {
  const desk = service.desks.desk.office
  const staff = { id: coordinator, role: 'coordinator' }
  const deed = { purpose: 'booking', deed: 'task.listed' } as const
  const tasks = await desk.read(coordinator, deed, (scope) =>
    waitingTasks(scope, { role: staff.role, staffId: staff.id }),
  )
  for (const task of tasks) {
    if (task.kind === 'letter-to-post' && task.messageId) {
      const of = task.caseId ? 'case' : 'enquiry'
      await settleLetter(desk, coordinator, { key: newId(), of, messageId: task.messageId, decision: 'posted' })
    } else if (task.kind.startsWith('call-') || task.kind === 'message-failed') {
      await finishByHand(desk, staff, { key: newId(), purpose: 'booking', taskId: task.id })
    }
  }
}
