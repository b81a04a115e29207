import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClosedCase, closedCase } from '../support/closed-case.ts'

let closed: ClosedCase
beforeAll(async () => {
  closed = await closedCase()
})
afterAll(() => closed?.end())

describe('S17: six and a half years after the case is over', () => {
  test('the same software on the firm’s policy destroys it on 21 May 2033, and not on the day before', async () => {
    expect(await closed.sweepOn('2033-04-22')).toMatchObject({ announced: 0 })
    expect(await closed.sweepOn('2033-04-23')).toMatchObject({ announced: 1 })
    expect(await closed.sweepOn('2033-05-20')).toMatchObject({ destroyed: { case: 0 } })
    expect(await closed.isThere()).toBe(true)
    expect(await closed.sweepOn('2033-05-21')).toMatchObject({ destroyed: { case: 1 } })
    expect(await closed.isThere()).toBe(false)
  })
})
