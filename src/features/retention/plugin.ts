import type { Job, Panel, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { SweepTools } from './actions/sweep-tools.ts'
import { sweepJob } from './jobs/sweep.job.ts'
import { caseRetentionRoutes } from './web/office/case-retention.routes.tsx'
import { type RetentionWebTools, retentionRoutes } from './web/office/retention.routes.tsx'
import { keptUntil, whyHeldPanel } from './web/office/why-held.panel.tsx'

export interface RetentionPlugin {
  readonly routes: readonly Route<PurposeKey>[]
  /** For the case page. */
  readonly panels: { readonly whyHeld: Panel<PurposeKey> }
  /** Until when a case is kept, in a few words, for the foot of each part of its page. */
  readonly keptUntil: ReturnType<typeof keptUntil>
  readonly jobs: readonly Job<PurposeKey>[]
}

/** How things end: seen before, checked, destroyed, certified. */
export const retentionPlugin = (tools: SweepTools & RetentionWebTools): RetentionPlugin => ({
  routes: [...retentionRoutes(tools), ...caseRetentionRoutes(tools)],
  panels: { whyHeld: whyHeldPanel(tools) },
  keptUntil: keptUntil(tools),
  jobs: [sweepJob(tools)],
})
