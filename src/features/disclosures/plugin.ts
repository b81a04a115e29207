import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { GateTools } from './actions/gate-tools.ts'
import { disclosureRoutes } from './web/office/disclosure.routes.tsx'

/** Telling somebody outside, through one gate. */
export const disclosuresPlugin = (tools: GateTools): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: disclosureRoutes(tools),
})
