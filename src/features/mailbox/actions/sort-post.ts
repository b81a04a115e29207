import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { addEnquiry, heardAgain } from '../../enquiries/index.ts'
import { onePost, type Post, unsortedPost } from '../data/post-reads.ts'
import { settlePost } from '../data/post-writes.ts'
import { casesNumbered, enquiryFrom, sendersAt } from '../data/senders.ts'
import { type Decision, decide, referencesIn } from '../domain/decide.ts'
import { enquiryOfPost } from './enquiry-of-post.ts'
import { type ExaminedPost, examinePost, filePost } from './file-post.ts'
import type { MailboxTools } from './mailbox-tools.ts'

/** As many as one tick sorts, so that other jobs have their turn. */
const mostInOneTick = 50

/** Sorts what was kept and not sorted yet; answers how many. */
export async function sortPost(desk: Desk<PurposeKey>, tools: MailboxTools): Promise<number> {
  const deed = { purpose: 'post', deed: 'post.listed' } as const
  const waiting = await desk.read(null, deed, (scope) => unsortedPost(scope, mostInOneTick))
  let sorted = 0
  for (const id of waiting) if (await sortOne(desk, tools, id)) sorted++
  return sorted
}

/** False when it is left for the next time: what was known of its sender changed meanwhile. */
async function sortOne(desk: Desk<PurposeKey>, tools: MailboxTools, id: Id): Promise<boolean> {
  const looked = await desk.read(null, { purpose: 'post', deed: 'post.opened', subjectId: id }, async (scope) => {
    const post = await onePost(scope, id)
    return post && { post, decision: await decisionOn(scope, post) }
  })
  if (looked?.post.status !== 'new') return false
  // Files are looked into before the transaction that keeps them: a scan takes its time.
  const examined = looked.decision.do === 'file' ? await examinePost(tools, looked.post) : null
  const about = looked.decision.do === 'file' ? { caseId: looked.decision.caseId } : {}
  const deed = { purpose: 'post', deed: 'post.sorted', key: newId(), subjectId: id, ...about } as const
  const outcome = await desk.act<'changed'>(null, deed, async (scope) => {
    const post = await onePost(scope, id)
    const decision = post && (await decisionOn(scope, post))
    if (post?.status !== 'new' || JSON.stringify(decision) !== JSON.stringify(looked.decision))
      return refused('changed')
    return carryOut(scope, tools, { post, decision: looked.decision, examined })
  })
  return outcome.done
}

interface Sorting {
  readonly post: Post
  readonly decision: Decision
  readonly examined: ExaminedPost | null
}

async function carryOut(
  scope: Scope,
  tools: MailboxTools,
  { post, decision, examined }: Sorting,
): Promise<Outcome<Answer, 'changed'>> {
  const answer = done({ postId: post.id })
  if (decision.do === 'file' && examined) {
    const { caseId, zone } = decision
    // Not for a court until a person has said that it may be.
    const filed = await filePost(scope, tools, { post, caseId, zone, legalQuality: 'without_prejudice', examined })
    return filed.done ? answer : refused('changed')
  }
  if (decision.do === 'enquire') {
    const { id: enquiryId } = await addEnquiry(scope, enquiryOfPost(post))
    await settlePost(scope, post.id, ['new'], { status: 'enquiry', enquiryId })
  } else if (decision.do === 'join') {
    await heardAgain(scope, decision.enquiryId)
    await settlePost(scope, post.id, ['new'], { status: 'enquiry', enquiryId: decision.enquiryId })
  } else if (decision.do === 'setAside') await settlePost(scope, post.id, ['new'], { status: 'aside' })
  else {
    const why = decision.do === 'ask' ? decision.why : null
    const aboutCaseId = decision.do === 'ask' ? decision.about : null
    await settlePost(scope, post.id, ['new'], { status: 'waiting', why, aboutCaseId })
  }
  return answer
}

/** What the facts of now say. */
async function decisionOn(scope: Scope, post: Post): Promise<Decision> {
  const quoted = referencesIn(post.subject)
  const { senderAddress: address } = post
  const citedCases = await casesNumbered(scope, quoted.cases)
  return decide({
    kind: address || post.kind !== 'message' ? post.kind : 'unreadable',
    doubtful: post.why === 'doubtful_sender',
    senders: address ? await sendersAt(scope, address) : [],
    citedCases,
    cites: quoted.cases.length + quoted.enquiries.length > 0,
    citesNoCase: citedCases.length < quoted.cases.length,
    enquiryOfSender: address ? await enquiryFrom(scope, quoted.enquiries, address) : null,
  })
}
