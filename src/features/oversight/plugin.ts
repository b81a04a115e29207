import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { permissionsPage } from './web/office/permissions.page.tsx'
import { policyPage, versionPage } from './web/office/policy.page.tsx'
import { colleagueRecords, fileRecords, recordsIndex } from './web/office/records.page.tsx'
import { retentionPage } from './web/office/retention-schedule.page.tsx'
import type { OversightTools } from './web/office/tools.ts'

export type { OversightTools } from './web/office/tools.ts'

/** Who opened what, and the policy by which it was allowed. */
export const oversightPlugin = (tools: OversightTools): { readonly routes: readonly Route<PurposeKey>[] } => ({
  routes: [
    recordsIndex(tools),
    fileRecords(tools),
    colleagueRecords(tools),
    policyPage(tools),
    versionPage(tools),
    permissionsPage(tools),
    retentionPage(tools),
  ],
})
