import type { Route } from '../../platform/web/route.ts'
import { type CompiledPolicy, requestRules } from '../../policy/index.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { breachRoutes } from './web/office/breach.routes.tsx'

export { breachesToday } from './web/office/breach-today.ts'

/** The hours in which the regulator is told: the law's, or fewer where the policy says so. */
export const breachHours = (policy: CompiledPolicy): string => requestRules(policy).breach.report

/** The register of breaches, and the page that takes somebody through one. */
export const breachesPlugin = ({
  policy,
}: {
  readonly policy: CompiledPolicy
}): {
  readonly routes: readonly Route<PurposeKey>[]
} => {
  const instructs = Object.values(policy.service.controllers).find((it) => !it.own)
  return { routes: breachRoutes({ law: breachHours(policy), controller: instructs?.name ?? null }) }
}
