import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRequest, endRequest } from '../support/a-request.ts'
import { type ClosedCase, closedCase } from '../support/closed-case.ts'

let closed: ClosedCase
beforeAll(async () => {
  closed = await closedCase()
})
afterAll(() => closed?.end())

test('T32: nothing is destroyed while somebody waits for an answer about it, and it goes when they have it', async () => {
  const { service, office, person } = closed
  expect(await closed.sweepOn('2033-04-23')).toMatchObject({ announced: 1 })
  const requestId = await aRequest(service, office.privacyOfficer, person)
  expect(await closed.sweepOn('2033-05-21')).toMatchObject({ destroyed: { case: 0 } })
  expect(await closed.isThere()).toBe(true)
  await endRequest(service, office.privacyOfficer, requestId)
  await closed.sweepOn('2033-05-22')
  await closed.sweepOn('2033-06-30')
  expect(await closed.isThere()).toBe(false)
})
