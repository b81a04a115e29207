import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../test/support/service.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import { applyPolicy } from './apply-policy.ts'
import { changePolicy, describeChange } from './change-policy.ts'
import { checkAccess } from './prepare-database.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.end())

const at = Temporal.Instant.from('2026-11-23T10:00:00Z')
const tasks = () => service.look('SELECT kind, for_role, due_on::text AS due FROM ev.task')

/** The policy in force with a file kept for another time: other than by the compiler, for this test alone. */
const keptFor = (keep: string, hash: string): CompiledPolicy => {
  const policy = JSON.parse(JSON.stringify({ ...service.policy, hash }))
  policy.retention.clientFile.keep = keep
  return policy
}

test('a changed policy refuses the start until it is applied, and then leaves the task of telling people', async () => {
  expect(await describeChange(service.place, service.policy)).toBeNull()
  const longer = keptFor('P8Y', 'longer')
  await expect(checkAccess(service.place, longer)).rejects.toThrow('policy apply')
  const change = await describeChange(service.place, longer)
  expect(change?.lines.join('\n')).toContain('eight years')
  expect(await tasks()).toEqual([])
  if (change) await changePolicy(service.place, longer, { approvedBy: 'Chair', at, change })
  await checkAccess(service.place, longer)
  expect(await tasks()).toEqual([{ kind: 'tell-about-policy', for_role: 'privacyOfficer', due: '2026-11-23' }])
})

test('a change that concerns nobody leaves no task', async () => {
  await service.look('DELETE FROM ev.task')
  const change = { difference: { changes: [], tell: [], askAgain: [] }, lines: [] }
  await changePolicy(service.place, keptFor('P8Y', 'same'), { approvedBy: 'Chair', at: at.add({ hours: 1 }), change })
  expect(await tasks()).toEqual([])
})

test('a policy that comes into force again leaves standing when it was in force before', async () => {
  const again = await testService()
  try {
    const at = Temporal.Instant.from('2026-11-24T10:00:00Z')
    const before = await again.look('SELECT hash, applied_at FROM ev.policy_version')
    await applyPolicy(again.place, again.policy, { approvedBy: 'Ann', notice: {}, changes: [], at })
    const after = await again.look('SELECT hash, applied_at FROM ev.policy_version ORDER BY applied_at')
    expect(after).toHaveLength(2)
    expect(after[0]).toEqual(before[0])
  } finally {
    await again.end()
  }
})
