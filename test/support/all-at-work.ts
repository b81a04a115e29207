import type { CompiledPolicy } from '../../src/policy/compiled.ts'

/** A copy of a policy in which nothing is planned any more: what a clause will rule and say, it must rule and say then. */
export function allAtWork(policy: CompiledPolicy): CompiledPolicy {
  const copy = JSON.parse(JSON.stringify(policy))
  for (const purpose of Object.values(copy.purposes)) Object.assign(purpose as object, { state: 'active' })
  for (const role of Object.values<{ may: unknown[]; planned: unknown[] }>(copy.roles))
    Object.assign(role, { state: 'active', may: [...role.may, ...role.planned], planned: [] })
  return copy
}
