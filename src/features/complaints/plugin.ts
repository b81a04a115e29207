import type { Route } from '../../platform/web/route.ts'
import { type CompiledPolicy, requestRules, statutoryClocks } from '../../policy/index.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { voiceOf } from '../messages/index.ts'
import type { PublishedSettings } from '../settings/index.ts'
import type { ComplaintTools } from './actions/complaint-tools.ts'
import type { ComplaintRules } from './domain/clock.ts'
import { complaintRoutes } from './web/office/complaint.routes.tsx'
import { ownComplaintRoutes } from './web/party/own-complaint.routes.tsx'
import { complainRoutes } from './web/public/complain.routes.tsx'

export { complaintsToday } from './web/office/complaint-today.ts'

interface Tools {
  readonly policy: CompiledPolicy
  readonly published: () => Promise<PublishedSettings>
  readonly secret: Buffer
  readonly machineNow: () => number
  readonly mayAct: (role: string, purpose: PurposeKey) => boolean
}

/** The law's period for complaints about data, and what the policy promises of itself. */
export const complaintRulesOf = (policy: CompiledPolicy): ComplaintRules => ({
  law: statutoryClocks.complaint.acknowledge,
  promise: requestRules(policy).complaint.acknowledge,
  service: requestRules(policy).serviceComplaint,
})

/** Complaints: from the website, from parties who are signed in, and in the office. */
export function complaintsPlugin(tools: Tools): { readonly routes: readonly Route<PurposeKey>[] } {
  const { policy, published, mayAct } = tools
  const rules = complaintRulesOf(policy)
  const office: ComplaintTools = {
    ...{ rules, policy, mayAct },
    voice: async () => voiceOf(await published(), policy.service.name),
  }
  return {
    routes: [
      ...complainRoutes({ published, rules, secret: tools.secret, machineNow: tools.machineNow }),
      ...ownComplaintRoutes({ published }),
      ...complaintRoutes(office),
    ],
  }
}
