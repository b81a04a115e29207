import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile } from '../../../test/support/sealed-records.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import { noticeOpenings } from './actions/notice-openings.ts'
import { outsideOpenings } from './data/outside-openings.ts'

let service: TestService
let officer: Id
beforeAll(async () => {
  service = await testService()
  officer = (await service.staff('privacyOfficer')).id
})
afterAll(() => service?.end())

const openings = () =>
  service.desk.office.read(officer, { purpose: 'accountability', deed: 'openings.listed' }, (scope) =>
    outsideOpenings(scope, scope.now.subtract({ hours: 24 })),
  )
const tasks = () =>
  service.look<{ subject: Id }>(`SELECT subject_id AS subject FROM ev.task WHERE kind = 'unusual-openings'`)

test('whoever works on a file, or mediates in it, does not show up; whoever only looks does', async () => {
  const [worker, mediator, curious] = (await Promise.all(
    ['coordinator', 'mediator', 'coordinator'].map(async (role) => (await service.staff(role)).id),
  )) as [Id, Id, Id]
  const caseId = newId()
  await service.look(
    `INSERT INTO ev.case_file (id, reference, topic, channel, mediator_id) VALUES ($1, 'C-4KTX-9QM', 'children', 'telephone', $2)`,
    [caseId, mediator],
  )
  for (const each of [worker, mediator, curious, curious]) await openFile(service, each, caseId)
  const worked = { purpose: 'booking', deed: 'appointment.booked', caseId } as const
  await service.desk.office.read(worker, worked, async () => null)
  // A page of many parts is one look.
  const page = service.desk.office.gathering()
  const part = (deed: string) => page.read(curious, { purpose: 'booking', deed, caseId }, async () => null)
  await Promise.all(['case.opened', 'appointment.listed'].map(part))
  expect(await openings()).toMatchObject([{ actor: curious, caseId, reference: 'C-4KTX-9QM', times: 3 }])
  await noticeOpenings(service.desk.worker)
  expect(await tasks()).toEqual([])
})

test('unusually many on a day leave one quiet task, and no second when it was done', async () => {
  const snoop = (await service.staff('coordinator')).id
  for (let file = 0; file < 5; file++) await openFile(service, snoop)
  for (let turn = 0; turn < 2; turn++) {
    await noticeOpenings(service.desk.worker)
    expect(await tasks()).toEqual([{ subject: snoop }])
    await service.look(`UPDATE ev.task SET done_at = made_at, done_by = $1`, [officer])
  }
})
