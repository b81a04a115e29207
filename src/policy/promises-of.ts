import type { Policy } from './language/clauses.ts'

/** The clauses that carry each promise: `{ T12: ['purposes.enquiries', …] }`. */
export function promisesOf(policy: Policy): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const walk = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return
    for (const [name, inner] of Object.entries(value)) {
      if (name !== 'promises') walk(inner, path ? `${path}.${name}` : name)
      else for (const promise of inner as readonly string[]) found[promise] = [...(found[promise] ?? []), path]
    }
  }
  walk(policy, '')
  return found
}
