import type { Keyring } from '../../platform/files/keyring.ts'
import type { Route } from '../../platform/web/route.ts'
import type { CompiledPolicy } from '../../policy/compiled.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { StepsOf } from './domain/waiting.ts'
import { caseRoutes } from './web/office/case.routes.tsx'
import { contactRoutes } from './web/office/contact.routes.tsx'
import { detailRoutes } from './web/office/details.routes.tsx'
import { safeContactRoutes } from './web/office/safe-contact.routes.tsx'
import { whereaboutsRoutes } from './web/office/whereabouts.routes.tsx'

export { historyPanel } from './web/office/history.panel.tsx'
export { partiesPanel } from './web/office/parties.panel.tsx'

export const casesPlugin = (tools: {
  readonly keyring: Keyring
  readonly policy: CompiledPolicy
  readonly stepsOf: StepsOf
}): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: [...caseRoutes(tools), ...detailRoutes, ...contactRoutes(tools), ...safeContactRoutes, ...whereaboutsRoutes],
})
