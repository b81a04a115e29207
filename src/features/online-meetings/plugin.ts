import type { Route } from '../../platform/web/route.ts'
import type { CompiledPolicy } from '../../policy/compiled.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { onlineRoutes } from './web/office/online.routes.tsx'
import { joinRoutes } from './web/party/join.routes.tsx'

export interface OnlineTools {
  readonly policy: CompiledPolicy
  readonly published: () => Promise<{ readonly telephone: string }>
}

/** Meetings online: what the office says of them, and where a party agrees and joins. Nothing where the policy names no such use. */
export const onlineMeetingsRoutes = (tools: OnlineTools): Route<PurposeKey>[] =>
  tools.policy.purposes.onlineMeetings?.state === 'active' ? [...onlineRoutes(tools), ...joinRoutes(tools)] : []
