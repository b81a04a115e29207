import type { Job, Panel, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { FileTools } from './actions/file-tools.ts'
import { removeOrphans, type WantedNames } from './jobs/remove-orphans.job.ts'
import { documentsPanel } from './web/office/documents.panel.tsx'
import { fileRoutes } from './web/office/file.routes.tsx'
import { shareRoutes } from './web/office/share.routes.tsx'

export interface FilesPlugin {
  readonly routes: readonly Route<PurposeKey>[]
  /** For the case page. */
  readonly panels: { readonly documents: Panel<PurposeKey> }
  readonly jobs: readonly Job<PurposeKey>[]
}

/** The documents of a case: attached, held back, let go, taken away, and cleared up after. */
export const filesPlugin = (tools: FileTools & { readonly alsoWanted?: WantedNames }): FilesPlugin => ({
  routes: [...fileRoutes(tools), ...shareRoutes],
  panels: { documents: documentsPanel },
  jobs: [removeOrphans(tools.vault, tools.alsoWanted)],
})
