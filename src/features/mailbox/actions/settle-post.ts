import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { addEnquiry } from '../../enquiries/index.ts'
import type { LegalQuality } from '../../files/index.ts'
import { onePost } from '../data/post-reads.ts'
import { settlePost } from '../data/post-writes.ts'
import type { PostZone } from '../domain/post.ts'
import { enquiryOfPost } from './enquiry-of-post.ts'
import { examinePost, type FilingReason, filePost } from './file-post.ts'
import type { MailboxTools } from './mailbox-tools.ts'

interface Settling {
  readonly key: Id
  readonly postId: Id
}

/** A colleague makes an enquiry of post that was not sorted by itself. */
export function makeEnquiry(
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, postId }: Settling,
): Promise<Outcome<Answer, 'post.missing' | 'post.settled'>> {
  const deed = { purpose: 'post', deed: 'post.made-enquiry', key, subjectId: postId } as const
  return desk.act<'post.missing' | 'post.settled'>(actor, deed, async (scope) => {
    const post = await onePost(scope, postId)
    if (!post) return refused('post.missing')
    const { id: enquiryId } = await addEnquiry(scope, enquiryOfPost(post))
    if (!(await settlePost(scope, postId, ['new', 'waiting', 'aside'], { status: 'enquiry', enquiryId })))
      return refused('post.settled')
    return done({ enquiryId })
  })
}

/** A colleague says that nothing is to be done with post. It stays where it can be found until its time is over. */
export function setAside(
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, postId }: Settling,
): Promise<Outcome<Answer, 'post.settled'>> {
  const deed = { purpose: 'post', deed: 'post.set-aside', key, subjectId: postId } as const
  return desk.act<'post.settled'>(actor, deed, async (scope) =>
    (await settlePost(scope, postId, ['new', 'waiting'], { status: 'aside' }))
      ? done({ postId })
      : refused('post.settled'),
  )
}

/** A colleague puts post to a case: to one party, or to the office. */
export async function putToCase(
  desk: Desk<PurposeKey>,
  tools: MailboxTools,
  actor: Id,
  input: Settling & { readonly caseId: Id; readonly zone: PostZone; readonly legalQuality: LegalQuality },
): Promise<Outcome<Answer, FilingReason | 'post.missing'>> {
  const { key, postId, caseId, zone, legalQuality } = input
  const opened = { purpose: 'post', deed: 'post.opened', subjectId: postId } as const
  const looked = await desk.read(actor, opened, (scope) => onePost(scope, postId))
  if (!looked) return refused('post.missing')
  const examined = await examinePost(tools, looked)
  const deed = { purpose: 'post', deed: 'post.filed', key, subjectId: postId, caseId } as const
  return desk.act<FilingReason | 'post.missing'>(actor, deed, async (scope) => {
    const post = await onePost(scope, postId)
    if (!post) return refused('post.missing')
    const filed = await filePost(scope, tools, { post, caseId, zone, legalQuality, examined })
    return filed.done ? done({ postId, caseId }) : filed
  })
}
