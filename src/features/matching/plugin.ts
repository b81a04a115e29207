import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { cardRoutes } from './web/office/card.routes.tsx'
import { conflictRoutes } from './web/office/conflict.routes.tsx'
import { mergeRoutes } from './web/office/merge.routes.tsx'
import { searchRoutes } from './web/office/search.routes.tsx'
import { twiceRoutes } from './web/office/twice.routes.tsx'

export { conflictPanel } from './web/office/conflict.routes.tsx'
export { cameBack, knownEnquirer, mayBeParties } from './web/office/known-enquirer.tsx'

export interface MatchingTools {
  /** For how long records that became one can be parted, as an ISO duration. */
  readonly undoWithin: string
  /** For how long the card of somebody whose file has ended is kept, as an ISO duration; null where none is made. */
  readonly keepsCards: string | null
  readonly mayAct: (role: string, purpose: PurposeKey) => boolean
}

/** Whether we know somebody already, in how many records, and who keeps away from whose file. */
export const matchingPlugin = (tools: MatchingTools): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: [
    ...searchRoutes(tools.mayAct),
    ...cardRoutes(tools),
    ...conflictRoutes,
    ...twiceRoutes((role) => tools.mayAct(role, 'merging')),
    ...mergeRoutes(tools.undoWithin),
  ],
})
