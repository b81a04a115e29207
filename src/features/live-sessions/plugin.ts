import type { Keyring } from '../../platform/files/keyring.ts'
import type { Panel, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { agreementRoutes } from './web/office/agreement.routes.tsx'
import { beginRoutes } from './web/office/begin.routes.tsx'
import { endRoutes } from './web/office/end.routes.tsx'
import { livePanel } from './web/office/live.panel.tsx'
import { liveRoutes } from './web/office/live.routes.tsx'
import { noteRoutes } from './web/office/note.routes.tsx'

export interface LiveSessionsPlugin {
  readonly routes: readonly Route<PurposeKey>[]
  readonly panels: Readonly<Record<'live', Panel<PurposeKey>>>
}

/** Sessions while they are held: the agreement that comes first, notes, what may pass between rooms, and what is joint. */
export const liveSessionsPlugin = (tools: { readonly keyring: Keyring }): LiveSessionsPlugin => ({
  routes: [...agreementRoutes, ...beginRoutes, ...liveRoutes(tools.keyring), ...noteRoutes, ...endRoutes],
  panels: { live: livePanel },
})
