import { afterAll, beforeAll, expect, test } from 'vitest'
import { aComplaint, endComplaint } from '../support/a-complaint.ts'
import { type ClosedCase, closedCase } from '../support/closed-case.ts'

let closed: ClosedCase
beforeAll(async () => {
  closed = await closedCase()
})
afterAll(() => closed?.end())

test('S24: a file is kept while a complaint of one of its parties is open, and goes when it is answered', async () => {
  const { service, office, person } = closed
  expect(await closed.sweepOn('2033-04-23')).toMatchObject({ announced: 1 })
  const complaintId = await aComplaint(service, office.coordinator, person)
  expect(await closed.sweepOn('2033-05-21')).toMatchObject({ destroyed: { case: 0 } })
  expect(await closed.isThere()).toBe(true)
  await endComplaint(service, office.coordinator, complaintId)
  await closed.sweepOn('2033-05-22')
  await closed.sweepOn('2033-06-30')
  expect(await closed.isThere()).toBe(false)
  expect(await service.look('SELECT person_id FROM ev.complaint')).toEqual([{ person_id: null }])
  // Six years after it was closed it goes as well, with all that was noted.
  await closed.sweepOn('2039-05-21')
  expect(await service.look('SELECT id FROM ev.complaint')).toHaveLength(1)
  await closed.sweepOn('2039-05-23')
  expect(await service.look('SELECT id FROM ev.complaint')).toHaveLength(0)
})
