import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../test/support/a-case.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { newId } from '../../values/ids.ts'
import { latestConsent } from '../consents/index.ts'
import { stopEmail } from './actions/stop-email.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.end())

test('a withdrawal ends the mailboxes of that party, stands in the ledger, and leaves the other party alone', async () => {
  const coordinator = await service.staff('coordinator')
  const made = await aCase(service, {
    A: { email: ['a@mail.example', 'safe'] },
    B: { email: ['b@mail.example', 'safe'] },
  })
  const input = { key: newId(), caseId: made.caseId, personId: made.A.personId }
  expect((await stopEmail(service.desk.office, service.policy, coordinator.id, input)).done).toBe(true)
  const points = await service.look<{ value: string; ended: boolean }>(
    'SELECT value, ended_at IS NOT NULL AS ended FROM ev.contact_point ORDER BY value',
  )
  expect(points).toEqual([
    { value: 'a@mail.example', ended: true },
    { value: 'b@mail.example', ended: false },
  ])
  const [subject] = await service.look<{ id: string }>('SELECT id FROM ev.consent_subject WHERE person_id = $1', [
    made.A.personId,
  ])
  const deed = { purpose: 'booking', deed: 'case.opened' } as const
  const latest = await service.desk.office.read(coordinator.id, deed, (scope) =>
    latestConsent(scope, subject?.id as never, 'emailContact'),
  )
  expect(latest?.act).toBe('withdrawn')
})

test('of somebody who is no party of the case nothing is ended', async () => {
  const coordinator = await service.staff('coordinator')
  const one = await aCase(service)
  const other = await aCase(service, { A: { email: ['c@mail.example', 'safe'] } })
  const input = { key: newId(), caseId: one.caseId, personId: other.A.personId }
  expect(await stopEmail(service.desk.office, service.policy, coordinator.id, input)).toEqual({
    done: false,
    reason: 'no_such',
  })
})
