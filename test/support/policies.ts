import { type CompiledPolicy, compilePolicy } from '../../src/policy/index.ts'

/** The two shipped policies, loaded when a test asks for one. */
const files = {
  trust: () => import('../../policies/mediation-trust/policy.ts'),
  parents: () => import('../../policies/separated-parents/policy.ts'),
}
export type TestPolicy = keyof typeof files

export async function shippedPolicy(name: TestPolicy): Promise<CompiledPolicy> {
  const { default: policy } = await files[name]()
  return compilePolicy(policy)
}
