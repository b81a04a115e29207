import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { conflictRoutes } from './web/office/conflict.routes.tsx'
import { searchRoutes } from './web/office/search.routes.tsx'

export { conflictPanel } from './web/office/conflict.routes.tsx'
export { knownEnquirer } from './web/office/known-enquirer.tsx'

/** Whether we know somebody already, and who keeps away from whose file. */
export const matchingPlugin = (): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: [...searchRoutes, ...conflictRoutes],
})
