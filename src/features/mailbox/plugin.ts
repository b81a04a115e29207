import type { Inbox } from '../../platform/mail/inbox.ts'
import type { Job, Panel, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { MailboxTools } from './actions/mailbox-tools.ts'
import { fetchMail } from './jobs/fetch-mail.job.ts'
import { sortPostJob } from './jobs/sort-post.job.ts'
import { casePostRoute, postPanel } from './web/office/case-post.tsx'
import { letterRoutes } from './web/office/letter.routes.tsx'
import { mailboxRoutes } from './web/office/mailbox.routes.tsx'
import { putToCaseRoutes } from './web/office/put-to-case.routes.tsx'

export { postToday } from './web/office/today.ts'

export interface MailboxPlugin {
  readonly routes: readonly Route<PurposeKey>[]
  /** For the case page. */
  readonly panels: { readonly post: Panel<PurposeKey> }
  readonly jobs: readonly Job<PurposeKey>[]
}

/** Letters and e-mails that come in: fetched, kept, sorted, put where they belong. Without an inbox nothing is fetched. */
export function mailboxPlugin(
  tools: MailboxTools & { readonly inbox: Inbox | null; readonly machineNow: () => number },
): MailboxPlugin {
  const { inbox } = tools
  return {
    routes: [...letterRoutes(tools), ...mailboxRoutes, ...putToCaseRoutes(tools), casePostRoute],
    panels: { post: postPanel },
    jobs: [...(inbox ? [fetchMail({ ...tools, inbox })] : []), sortPostJob(tools)],
  }
}
