import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../test/support/a-case.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { newId } from '../../values/ids.ts'
import { correctParty } from './actions/correct-details.ts'
import { placeHold } from './actions/hold-case.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.end())

const person = { givenName: 'Ann', familyName: 'Lee', knownAs: null, birthDate: '1980' }

test('what is in a held file can be corrected, and not emptied', async () => {
  const coordinator = await service.staff('coordinator')
  const officer = await service.staff('privacyOfficer')
  const { caseId, A } = await aCase(service)
  const correct = (change: Partial<typeof person>) => {
    const input = {
      key: newId(),
      caseId,
      personId: A.personId,
      saidBy: 'self' as const,
      person: { ...person, ...change },
    }
    return correctParty(service.desk.office, coordinator.id, input)
  }
  expect((await correct({})).done).toBe(true)
  const hold = { key: newId(), caseId, reason: 'A court asked for it', reviewOn: '2027-05-01' }
  expect((await placeHold(service.desk.office, officer.id, hold)).done).toBe(true)
  expect((await correct({ givenName: 'Anne' })).done).toBe(true)
  expect(await correct({ birthDate: null as never })).toEqual({ done: false, reason: 'held' })
})
