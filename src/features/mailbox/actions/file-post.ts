import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import { rollToBusinessDay } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { type ExaminedFile, examineFile, keepExamined, type LegalQuality } from '../../files/index.ts'
import { addTask } from '../../tasks/index.ts'
import type { Post } from '../data/post-reads.ts'
import { settlePost } from '../data/post-writes.ts'
import type { PostAttachment, PostZone } from '../domain/post.ts'
import type { MailboxTools } from './mailbox-tools.ts'
import { filesOfPost } from './stored-post.ts'

/** The files of post, each looked into and scanned; `damaged` when they cannot be read from where they lie. */
export type ExaminedPost =
  | { readonly damaged: true }
  | { readonly damaged: false; readonly files: readonly (ExaminedFile | NonNullable<PostAttachment['refused']>)[] }

/** Looks into the files of post before they are kept in a case. */
export async function examinePost(tools: MailboxTools, post: Post): Promise<ExaminedPost> {
  const files = await filesOfPost(tools, post)
  if (!files) return { damaged: true }
  const examined: (ExaminedFile | NonNullable<PostAttachment['refused']>)[] = []
  for (const file of files) {
    const outcome = await examineFile(tools, file)
    examined.push(outcome.done ? outcome.value : outcome.reason)
  }
  return { damaged: false, files: examined }
}

export interface Filing {
  readonly post: Post
  readonly caseId: Id
  readonly zone: PostZone
  readonly legalQuality: LegalQuality
  readonly examined: ExaminedPost
}
export type FilingReason = 'case.missing' | 'case.closed' | 'post.settled' | 'post.damaged'

/**
 * Makes post part of a live case, in one zone: its files become documents there, held back like every file from outside, and the
 * mediator is told. Within the caller's transaction.
 */
export async function filePost(
  scope: Scope,
  tools: MailboxTools,
  { post, caseId, zone, legalQuality, examined }: Filing,
): Promise<Outcome<null, FilingReason>> {
  const head = await caseHead(scope, caseId)
  if (!head) return refused('case.missing')
  if (head.status === 'closed') return refused('case.closed')
  if (examined.damaged) return refused('post.damaged')
  const attachments: PostAttachment[] = []
  for (const [index, attachment] of post.attachments.entries()) {
    const file = examined.files[index]
    if (file === undefined || typeof file === 'string') attachments.push({ ...attachment, refused: file ?? null })
    else {
      const fileId = await keepExamined(scope, tools, { head, zone, legalQuality, examined: file })
      if (!fileId) return refused('case.missing')
      attachments.push({ ...attachment, refused: null, fileId })
    }
  }
  const filed = { status: 'filed', caseId, zone, legalQuality, attachments } as const
  if (!(await settlePost(scope, post.id, ['new', 'waiting', 'aside', 'enquiry'], filed))) return refused('post.settled')
  scope.about({ caseId })
  await addTask(scope, {
    ...{ kind: 'read-post', caseId, subjectId: post.id, forRole: 'mediator', forStaff: head.mediatorId },
    dueOn: rollToBusinessDay(dayOf(scope.now)).toString(),
  })
  return done(null)
}
