import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { ErasureTools } from './actions/order-erasure.ts'
import { erasuresJob } from './jobs/erasures.job.ts'
import { erasureRoutes } from './web/office/erasure.routes.tsx'
import { heldFileRoute } from './web/office/held-file.routes.tsx'
import { restrictionRoutes } from './web/office/restriction.routes.tsx'

/** Keeping from use, and ending, what somebody asked us to. */
export const endingsPlugin = (tools: ErasureTools): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: [...restrictionRoutes(tools), ...erasureRoutes(tools), heldFileRoute],
})

export { erasuresJob }
