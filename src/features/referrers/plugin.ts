import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { InvitingTools } from './actions/keep-account.ts'
import { accountRoutes } from './web/office/account.routes.ts'
import { type OwnReferralTools, ownReferralRoutes } from './web/own/own-referrals.routes.tsx'

export { answerReferrers } from './jobs/answer-referrers.ts'
export { accountPart } from './web/office/account-part.tsx'

/** Accounts of those who refer people often. */
export const referrerRoutes = (tools: OwnReferralTools & InvitingTools): Route<PurposeKey>[] => [
  ...accountRoutes(tools),
  ...ownReferralRoutes(tools),
]
