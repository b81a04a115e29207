import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { GateTools } from '../disclosures/index.ts'
import { concernRoutes } from './web/office/concern.routes.tsx'
import { glassRoutes } from './web/office/glass.routes.tsx'

export { GlassBanner } from './web/office/glass-banner.tsx'

/** Worries about somebody's safety, and files opened for one. */
export const safeguardingPlugin = (tools: GateTools): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: [...concernRoutes(tools), ...glassRoutes(tools)],
})
