import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Scope } from '../../platform/database/desk.ts'
import type { Staff } from '../../platform/web/route.ts'
import { newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import { addTask, addTaskOnce, finishTasks, type NewTask, waitingTasks } from './index.ts'

let service: TestService
let coordinator: Staff
let mediator: Staff

beforeAll(async () => {
  service = await testService()
  coordinator = await service.staff('coordinator', 'Cora')
  mediator = await service.staff('mediator', 'Mel')
})
afterAll(() => service.end())

const inBooking = <T>(staff: Staff, work: (scope: Scope) => Promise<T>) =>
  service.desk.office.read(staff.id, { purpose: 'booking', deed: 'task.listed' }, work)
const make = (task: NewTask) => {
  const deed = { purpose: 'booking', deed: 'task.made', key: newId() } as const
  return service.desk.office.act(coordinator.id, deed, async (scope) => done({ id: await addTask(scope, task) }))
}
const waiting = async (staff: Staff) =>
  (await inBooking(staff, (scope) => waitingTasks(scope, { role: staff.role, staffId: staff.id }))).map((it) => it.kind)
const clear = () => service.look('DELETE FROM ev.task')

describe('tasks', () => {
  test('wait for a role or for one person, the one due first at the top', async () => {
    await clear()
    const enquiryId = newId()
    await make({ kind: 'call-back', forRole: 'coordinator', dueOn: '2026-11-25', enquiryId })
    await make({ kind: 'letter-to-post', forRole: 'coordinator', dueOn: '2026-11-20', messageId: newId() })
    await make({ kind: 'write-up', forRole: 'mediator', forStaff: mediator.id, dueOn: '2026-11-20', caseId: newId() })
    expect(await waiting(coordinator)).toEqual(['letter-to-post', 'call-back'])
    const other = await service.staff('coordinator', 'Other')
    await make({ kind: 'call-to-confirm', forRole: 'coordinator', forStaff: other.id, dueOn: '2026-11-21', enquiryId })
    expect(await waiting(coordinator)).toEqual(['letter-to-post', 'call-back'])
    expect(await waiting(other)).toEqual(['letter-to-post', 'call-to-confirm', 'call-back'])
    await make({ kind: 'message-failed', forRole: 'coordinator', dueOn: '2026-11-26', messageId: newId() })
    expect((await waiting(other))[0]).toBe('message-failed')
  })

  test('of a case that is not theirs are not seen by a mediator', async () => {
    await clear()
    await make({ kind: 'write-up', forRole: 'mediator', forStaff: mediator.id, dueOn: '2026-11-20', caseId: newId() })
    expect(await waiting(mediator)).toEqual([])
  })

  test('are finished by what they are about, and only those', async () => {
    await clear()
    const [one, other] = [newId(), newId()]
    for (const enquiryId of [one, other]) {
      await make({ kind: 'call-back', forRole: 'coordinator', dueOn: '2026-11-25', enquiryId })
    }
    const finished = await inBooking(coordinator, (scope) => finishTasks(scope, { kind: 'call-back', enquiryId: one }))
    expect(finished).toBe(1)
    const rows = await service.look<{ enquiry_id: string; done_by: string }>(
      'SELECT enquiry_id, done_by FROM ev.task WHERE done_at IS NOT NULL',
    )
    expect(rows).toEqual([{ enquiry_id: one, done_by: coordinator.id }])
    await expect(inBooking(coordinator, (scope) => finishTasks(scope, { kind: 'call-back' }))).rejects.toThrow(
      'what about',
    )
  })

  test('can be made once for one thing', async () => {
    await clear()
    const task: NewTask = { kind: 'file-due', forRole: 'privacyOfficer', dueOn: '2026-11-25', caseId: newId() }
    await inBooking(coordinator, async (scope) => {
      expect(await addTaskOnce(scope, task)).not.toBeNull()
      expect(await addTaskOnce(scope, task)).toBeNull()
      expect(await addTaskOnce(scope, { ...task, caseId: newId() })).not.toBeNull()
    })
  })

  test('hold references alone, so the worker can make them under each purpose that may', async () => {
    await clear()
    await service.desk.worker.act(
      null,
      { purpose: 'retention', deed: 'retention.swept', key: newId() },
      async (scope) => {
        const task: NewTask = { kind: 'file-due', forRole: 'privacyOfficer', dueOn: '2026-11-25', caseId: newId() }
        await addTaskOnce(scope, task)
        await finishTasks(scope, { kind: 'file-due', caseId: task.caseId })
        await addTask(scope, { ...task, kind: 'destroy-paper' })
        return done({})
      },
    )
    expect(await service.look('SELECT kind FROM ev.task WHERE done_at IS NULL')).toEqual([{ kind: 'destroy-paper' }])
  })
})
