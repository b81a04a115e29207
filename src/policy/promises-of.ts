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

const carried = new WeakMap<object, Record<string, string[]>>()

/** Keeps beside a compiled policy which clauses carry which promise: they trace it, and rule nothing in it. */
export const rememberPromises = <Compiled extends object>(compiled: Compiled, source: Policy): Compiled => {
  carried.set(compiled, promisesOf(source))
  return compiled
}

/** The clauses that carry each promise, for a policy compiled from its file; none for one that was read back from elsewhere. */
export const clausesOf = (compiled: object): Readonly<Record<string, readonly string[]>> => carried.get(compiled) ?? {}
