import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { type Log, silentLog } from '../log.ts'
import type { Job } from '../web/route.ts'
import { startWorker } from './worker.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.end())

const never = 3_600_000
const soon = (milliseconds: number) => new Promise<void>((ready) => setTimeout(ready, milliseconds))
const job = (name: string, run: () => Promise<number>): Job<PurposeKey> => ({ name, purpose: 'booking', run })
const worker = (jobs: readonly Job<PurposeKey>[], more: { everyMs?: number; log?: Log } = {}) =>
  startWorker({ jobs, desk: service.desk.worker, everyMs: never, log: silentLog, ...more })

test('jobs run in turn, and one that fails holds up none of the others', async () => {
  const seen: string[] = []
  const told: unknown[] = []
  const log = { ...silentLog, error: (facts: object) => void told.push(facts) }
  const failing = job('failing', async () => {
    throw Object.assign(new RangeError('Alex Moss cannot be reached'), { code: '23505' })
  })
  const first = job('first', async () => seen.push('first'))
  const last = job('last', async () => seen.push('last'))
  const it = worker([first, failing, last], { log })
  expect(await it.runAllNow()).toBe(3)
  await it.stop()
  expect(seen).toEqual(['first', 'last'])
  expect(told).toEqual([{ job: 'failing', error: 'RangeError', code: '23505' }])
})

test('ticks follow one another and never overlap', async () => {
  let [inside, most, runs] = [0, 0, 0]
  const it = worker(
    [
      job('counting', async () => {
        most = Math.max(most, ++inside)
        await soon(5)
        inside--
        return ++runs
      }),
    ],
    { everyMs: 1 },
  )
  await Promise.all([it.runAllNow(), it.runAllNow(), soon(150)])
  await it.stop()
  expect(most).toBe(1)
  expect(runs).toBeGreaterThan(3)
  const then = runs
  await soon(30)
  expect(runs).toBe(then)
})

test('stopping waits for the job that is running and starts no other', async () => {
  const seen: string[] = []
  const slow = job('slow', async () => {
    await soon(80)
    return seen.push('slow')
  })
  const it = worker([slow, job('next', async () => seen.push('next'))])
  void it.runAllNow()
  await soon(20)
  await it.stop()
  expect(seen).toEqual(['slow'])
})

test('a job that another worker is running is left to it', async () => {
  let [inside, most] = [0, 0]
  const shared = job('shared', async () => {
    most = Math.max(most, ++inside)
    await soon(100)
    inside--
    return 1
  })
  const [one, two] = [worker([shared]), worker([shared])]
  const counts = await Promise.all([one.runAllNow(), two.runAllNow()])
  expect(counts.toSorted()).toEqual([0, 1])
  expect(most).toBe(1)
  expect(await one.runAllNow()).toBe(1)
  await Promise.all([one.stop(), two.stop()])
})
