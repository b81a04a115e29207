import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../test/support/service.ts'
import { newId } from '../values/ids.ts'
import { done } from '../values/outcome.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.end())

const refusedBy = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

test('a purpose reads what its categories say, and the database refuses the rest', async () => {
  const mediator = await service.staff('mediator')
  const office = service.desk.office
  const names = (purpose: 'booking' | 'staffAccounts') =>
    office.read(mediator.id, { purpose, deed: 'case.listed' }, ({ queries }) =>
      queries.selectFrom('contact_point').select('value').execute(),
    )
  expect(await names('booking')).toEqual([])
  expect(await refusedBy(names('staffAccounts'))).toBe('42501')
})

test('the same request key acts once and answers twice', async () => {
  const coordinator = await service.staff('coordinator')
  const key = newId()
  let times = 0
  const act = () =>
    service.desk.office.act(coordinator.id, { purpose: 'booking', deed: 'case.tried', key }, async () => {
      times += 1
      return done({ id: String(times) })
    })
  expect(await Promise.all([act(), act()])).toEqual([done({ id: '1' }), done({ id: '1' })])
})

test('every read leaves a row that names who, under which purpose, and no value', async () => {
  const coordinator = await service.staff('coordinator')
  const caseId = newId()
  await service.desk.office.read(coordinator.id, { purpose: 'booking', deed: 'case.opened', caseId }, async () => null)
  const rows = await service.look('SELECT act, actor, case_id, db_role FROM ev.access_log WHERE case_id = $1', [caseId])
  expect(rows).toEqual([{ act: 'case.opened', actor: coordinator.id, case_id: caseId, db_role: 'evta_office_booking' }])
})
