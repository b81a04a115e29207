import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CannotStart } from '../platform/processes/cannot-start.ts'
import { ownPolicy } from './own-policy.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-own-policy-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder without a policy says how to make one', async () => {
  await expect(ownPolicy(folder)).rejects.toThrow(CannotStart)
  await expect(ownPolicy(folder)).rejects.toThrow(`init --data ${folder}`)
})

test('a policy that breaks rules is told with every finding', async () => {
  writeFileSync(join(folder, 'policy.ts'), 'export default { date: "never" }\n')
  await expect(ownPolicy(folder)).rejects.toThrow(CannotStart)
  await expect(ownPolicy(folder)).rejects.toThrow('The policy does not pass its check')
})

test('a fault in the file is no refusal of the policy', async () => {
  writeFileSync(join(folder, 'policy.ts'), 'throw new RangeError("broken")\n')
  await expect(ownPolicy(folder)).rejects.not.toThrow(CannotStart)
})
