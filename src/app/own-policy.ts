import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../platform/processes/cannot-start.ts'
import { type CompiledPolicy, PolicyRefused } from '../policy/index.ts'
import { loadPolicy } from './load-policy.ts'

/** The policy in a service's own folder. Throws CannotStart, with what to do, when there is none or it breaks a rule. */
export async function ownPolicy(folder: string): Promise<CompiledPolicy> {
  const file = join(folder, 'policy.ts')
  if (!existsSync(file)) {
    throw new CannotStart(`There is no policy in ${folder}. Make one: npm run evenhand -- init --data ${folder}`)
  }
  try {
    return await loadPolicy(file)
  } catch (error) {
    if (error instanceof PolicyRefused) throw new CannotStart(error.message)
    throw error
  }
}
