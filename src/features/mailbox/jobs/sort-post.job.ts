import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { MailboxTools } from '../actions/mailbox-tools.ts'
import { sortPost } from '../actions/sort-post.ts'

/** Sorts what was kept, also what an earlier run kept and was stopped before it could sort. */
export const sortPostJob = (tools: MailboxTools): Job<PurposeKey> => ({
  name: 'sort-post',
  purpose: 'post',
  run: (desk) => sortPost(desk, tools),
})
