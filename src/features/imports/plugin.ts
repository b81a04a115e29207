import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { columnRoutes } from './web/office/columns.routes.tsx'
import { importRoutes } from './web/office/import.routes.tsx'
import type { ImportPages } from './web/office/import-tools.ts'
import { knownRoutes } from './web/office/known.routes.tsx'

export interface ImportsPlugin {
  readonly routes: readonly Route<PurposeKey>[]
}

/** People and cases that a service kept elsewhere, brought in from spreadsheets. */
export const importsPlugin = (tools: ImportPages): ImportsPlugin => ({
  routes: [...importRoutes(tools), ...columnRoutes(tools), ...knownRoutes(tools)],
})
