import type { CompiledPolicy } from '../compiled.ts'
import { consentScopes } from './consent-scopes.ts'
import { requestRules, reviewCalendar, statisticRules } from './duties.ts'
import { gateTable } from './gate-table.ts'
import { rightsTable } from './rights-table.ts'
import { purposeRules, roleRules } from './role-rules.ts'
import { storageGuard } from './storage-guard.ts'
import { sweepPlan } from './sweep-plan.ts'

/** Everything that a policy makes the software do or refuse; what people read is elsewhere. */
export const enforcementOf = (policy: CompiledPolicy) => ({
  roles: roleRules(policy),
  purposes: purposeRules(policy),
  sweep: sweepPlan(policy),
  gates: gateTable(policy),
  rights: rightsTable(policy),
  storage: storageGuard(policy),
  consents: consentScopes(policy),
  requests: requestRules(policy),
  reviews: reviewCalendar(policy),
  statistics: statisticRules(policy),
})
