import type { Job, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { PackTools } from './actions/pack-tools.ts'
import { collectPacks } from './jobs/collect-packs.job.ts'
import { packRoutes } from './web/office/pack.routes.tsx'
import { ownPackRoutes } from './web/party/own-pack.routes.tsx'

export { readyForParty } from './web/party/own-pack.routes.tsx'

export interface AccessPackParts {
  readonly routes: readonly Route<PurposeKey>[]
  readonly jobs: readonly Job<PurposeKey>[]
}

/** What somebody gets who asks to see what is held: collected, looked through, let go by two, and taken. */
export const accessPacksPlugin = (tools: PackTools): AccessPackParts => ({
  routes: [...packRoutes(tools), ...ownPackRoutes(tools)],
  jobs: [collectPacks(tools.classification)],
})
