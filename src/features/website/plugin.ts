export { countedRoutes } from './web/public/counted-routes.ts'
export type { WebsiteTools } from './web/public/website-tools.ts'

import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { pageCountRoutes } from './web/office/page-counts.routes.tsx'
import { websiteRoutes } from './web/public/website.routes.tsx'
import type { WebsiteTools } from './web/public/website-tools.ts'

/** The public website, and in the office how often it was read. */
export const websitePlugin = (tools: WebsiteTools): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: [...websiteRoutes(tools), ...pageCountRoutes(tools.policy)],
})
