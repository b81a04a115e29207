import type { Policy } from './language/clauses.ts'

export * from './language/bases.ts'
export * from './language/browser.ts'
export type * from './language/carries.ts'
export * from './language/clauses.ts'
export * from './language/conditions.ts'
export type * from './language/durations.ts'
export * from './language/gates.ts'

/** The service works on the instruction of another controller, who answers for the purpose. */
export const processorFor = <const Other extends string>(controller: Other) => ({ processorFor: controller }) as const
export const jointWith = <const Other extends string>(controller: Other) => ({ jointWith: controller }) as const

/**
 * Declares a service's policy. Retention rules, recipients, consent scopes and controllers are named by the policy itself, and
 * a reference to one that it does not name fails to compile. What the types refuse, `checkPolicy` refuses too, since types
 * are stripped unchecked when a policy file is loaded.
 */
export const definePolicy = <
  const R extends string,
  const C extends string,
  const S extends string,
  const O extends string,
>(
  policy: Policy<R, C, S, O>,
): Policy => policy
