import type { Route } from '../../platform/web/route.ts'
import { type CompiledPolicy, requestRules, statutoryClocks } from '../../policy/index.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { voiceOf } from '../messages/index.ts'
import type { PublishedSettings } from '../settings/index.ts'
import type { RequestTools } from './actions/request-tools.ts'
import type { ClockRules } from './domain/clock.ts'
import { requestRoutes } from './web/office/request.routes.tsx'
import { type OwnRequestTools, ownRequestRoutes } from './web/party/own-request.routes.tsx'
import { askRoutes } from './web/public/ask.routes.tsx'

export { requestsToday } from './web/office/requests-today.ts'

interface Tools {
  readonly policy: CompiledPolicy
  readonly published: () => Promise<PublishedSettings>
  readonly secret: Buffer
  readonly machineNow: () => number
  readonly mayAct: (role: string, purpose: PurposeKey) => boolean
  readonly answers?: RequestTools['answers']
  readonly ready: OwnRequestTools['ready']
}

/** The law's periods, and the one within which the policy says that an answer comes: the same or a shorter one. */
export const clockRulesOf = (policy: CompiledPolicy): ClockRules => ({
  law: statutoryClocks.rightsRequest,
  promise: requestRules(policy).rightsRequest.answer,
})

/** Requests about data: from the website, from parties who are signed in, and in the office. */
export function requestsPlugin(tools: Tools): { readonly routes: readonly Route<PurposeKey>[] } {
  const { policy, published, mayAct } = tools
  const rules = clockRulesOf(policy)
  const office: RequestTools = {
    ...{ rules, policy, mayAct, answers: tools.answers ?? {}, settled: requestRules(policy).messages.recentChange },
    voice: async () => voiceOf(await published(), policy.service.name),
  }
  const common = { published, answer: rules.promise }
  return {
    routes: [
      ...askRoutes({ ...common, secret: tools.secret, machineNow: tools.machineNow }),
      ...ownRequestRoutes({ ...common, ready: tools.ready }),
      ...requestRoutes(office),
    ],
  }
}
