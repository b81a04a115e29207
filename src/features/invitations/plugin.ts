import type { InvitationTools } from './actions/invitation-tools.ts'
import { remindInvited } from './jobs/remind.job.ts'
import { tellWhence } from './jobs/tell-whence.job.ts'
import { invitationPanel } from './web/office/invitation.panel.tsx'
import { invitationRoutes } from './web/office/invitation.routes.tsx'

export { invitationsToday } from './web/office/today.ts'
export { type ReplyTools, replyRoutes } from './web/public/reply.routes.tsx'

/** Inviting the other party after the first MIAM: the board, its pages, the reminders. */
export const invitationsPlugin = (tools: InvitationTools) => ({
  routes: invitationRoutes(tools),
  panel: invitationPanel,
  jobs: [remindInvited(tools), tellWhence(tools.policy)],
})
