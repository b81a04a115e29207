import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askRoute } from '../../../test/support/ask-route.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { addTask, type NewTask } from '../../features/tasks/index.ts'
import { tasksOfToday, tasksPlugin } from '../../features/tasks/plugin.ts'
import type { Staff } from '../../platform/web/route.ts'
import { type Id, newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import { officeRoute, todayRoute } from './today.tsx'

let service: TestService
let coordinator: Staff
let officer: Staff

beforeAll(async () => {
  service = await testService()
  coordinator = await service.staff('coordinator', 'Cora')
  officer = await service.staff('privacyOfficer', 'Pia')
})
afterAll(() => service.end())

const make = async (task: NewTask) => {
  const deed = { purpose: 'booking', deed: 'task.made', key: newId() } as const
  const made = await service.desk.office.act(coordinator.id, deed, async (scope) =>
    done({ id: await addTask(scope, task) }),
  )
  return made.done ? (made.value.id as Id) : null
}
const clear = () => service.look('DELETE FROM ev.task')

describe('Today', () => {
  const part = (purpose: 'booking' | 'accountability') => ({
    name: 'tasks',
    purpose,
    title: 'To do',
    empty: 'Letters to post and calls to make appear here.',
    items: (request: Parameters<typeof tasksOfToday>[0]) =>
      tasksOfToday(request, purpose, {
        referencesOf: async (_, { enquiries }) => new Map(enquiries.map((id) => [id, 'E-1234'])),
        ringingOf: async (_, rung) => new Map(rung.map(({ id, kind }) => [id, [`How to ring: ${kind}`]])),
      }),
  })
  const routes = () => [
    officeRoute,
    todayRoute([part('booking'), part('accountability')], (role, purpose) =>
      Boolean(service.policy.roles[role as 'mediator']?.may.some((may) => may.purpose === purpose)),
    ),
    ...tasksPlugin().routes,
  ]
  const ask = (staff: Staff, path: string, send?: Record<string, string>) =>
    askRoute(routes(), { desk: service.desk.office, staff, path, ...(send ? { send } : {}) })

  test('is where the bare address of the office leads', async () => {
    expect((await ask(officer, '/office')).redirect).toBe('/office/today')
  })

  test('says what waits, where it is done, and since when', async () => {
    await clear()
    const enquiryId = newId()
    await make({ kind: 'call-back', forRole: 'coordinator', dueOn: '2026-11-20', enquiryId })
    await make({ kind: 'review-hold', forRole: 'coordinator', dueOn: '2027-11-20', caseId: newId() })
    const page = await ask(coordinator, '/office/today')
    expect(page.html).toContain(`href="/office/enquiries/${enquiryId}"`)
    expect(page.html).toContain('E-1234')
    expect(page.html).toContain('was due on Friday<')
    expect(page.html).not.toContain('Look again at a hold')
    expect(page.html).not.toContain('Mark as done')
  })

  test('says what would be here when nothing is', async () => {
    await clear()
    const page = await ask(coordinator, '/office/today')
    expect(page.html).toContain('Nothing waits for you, Cora')
    expect(page.html).toContain('Letters to post and calls to make appear here.')
  })

  test('does not show a part to a role that may not act for its purpose', async () => {
    const administrator = await service.staff('administrator', 'Ada')
    expect((await ask(administrator, '/office/today')).html).not.toContain('To do')
  })

  test('lets whoever it waits for say that a task is done, and nobody else', async () => {
    await clear()
    const id = await make({ kind: 'tell-about-policy', forRole: 'privacyOfficer', dueOn: '2026-11-20' })
    const address = `/office/privacy-tasks/${id}/done`
    expect((await ask(officer, '/office/today')).html).toContain(`action="${address}"`)
    expect((await ask(coordinator, `/office/tasks/${id}/done`, {})).notFound).toBe(true)
    expect((await ask(officer, address, {})).redirect).toBe('/office/today?done=task')
    expect((await ask(officer, address, {})).notFound).toBe(true)
    expect((await ask(officer, '/office/today')).html).toContain('Nothing waits for you')
  })

  test('does not let a task be waved through that an act must finish', async () => {
    await clear()
    const id = await make({ kind: 'appoint-mediator', forRole: 'coordinator', dueOn: '2026-11-20', caseId: newId() })
    expect((await ask(coordinator, `/office/tasks/${id}/done`, {})).notFound).toBe(true)
  })
})
