import type { Job, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { liveChecksJob } from './jobs/live-checks.job.ts'
import { sealRecordsJob } from './jobs/seal-records.job.ts'
import { openingsPage } from './web/office/openings.page.tsx'
import { permissionsPage } from './web/office/permissions.page.tsx'
import { policyPage, versionPage } from './web/office/policy.page.tsx'
import { processingRecordRoutes } from './web/office/processing-record.routes.tsx'
import { checkPromisesRoute, promisesPage } from './web/office/promises.page.tsx'
import { colleagueRecords, fileRecords, recordsIndex } from './web/office/records.page.tsx'
import { retentionPage } from './web/office/retention-schedule.page.tsx'
import type { OversightTools } from './web/office/tools.ts'

export type { OversightTools } from './web/office/tools.ts'

export interface OversightPlugin {
  readonly routes: readonly Route<PurposeKey>[]
  readonly jobs: readonly Job<PurposeKey>[]
}

/** Who opened what, and the policy by which it was allowed. */
export const oversightPlugin = (tools: OversightTools): OversightPlugin => ({
  routes: [
    recordsIndex(tools),
    fileRecords(tools),
    colleagueRecords(tools),
    policyPage(tools),
    versionPage(tools),
    permissionsPage(tools),
    retentionPage(tools),
    openingsPage(tools),
    promisesPage(tools),
    checkPromisesRoute(tools),
    ...processingRecordRoutes(tools),
  ],
  jobs: [sealRecordsJob(tools.heads), liveChecksJob(tools.checks)],
})
