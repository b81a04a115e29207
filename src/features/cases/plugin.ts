import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { type CaseRouteTools, caseRoutes } from './web/office/case.routes.tsx'
import { type ContactRouteTools, contactRoutes } from './web/office/contact.routes.tsx'
import { detailRoutes } from './web/office/details.routes.tsx'
import { safeContactRoutes } from './web/office/safe-contact.routes.tsx'
import { whereaboutsRoutes } from './web/office/whereabouts.routes.tsx'

export type { CaseRouteTools } from './web/office/case.routes.tsx'
export { historyPanel } from './web/office/history.panel.tsx'
export { partiesPanel } from './web/office/parties.panel.tsx'

export const casesPlugin = (
  tools: CaseRouteTools & ContactRouteTools,
): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: [...caseRoutes(tools), ...detailRoutes, ...contactRoutes(tools), ...safeContactRoutes, ...whereaboutsRoutes],
})
