import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { readInstant } from '../../../../values/instants.ts'
import { caseOfReference, caseReferences } from '../../../cases/index.ts'
import { makeEnquiry, setAside } from '../../actions/settle-post.ts'
import { mailboxState } from '../../data/mailbox-state.ts'
import { listPost, onePost, shownPost } from '../../data/post-reads.ts'
import { MailboxPage } from './mailbox.page.tsx'
import { PostPage } from './post.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'post', entry: 'purpose' } as const
const notFound = { notFound: true } as const
const pageSize = 50

/** The mailbox: what came in, one by one, and what becomes of it. */
export const mailboxRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', path: '/office/mailbox', handle: list },
  { ...base, method: 'GET', path: '/office/mailbox/:postId', handle: (request) => show(request, blankForm) },
  { ...base, method: 'POST', path: '/office/mailbox/:postId/enquiry', handle: enquire },
  { ...base, method: 'POST', path: '/office/mailbox/:postId/aside', handle: putAside },
  { ...base, method: 'GET', path: '/office/mailbox/:postId/case', handle: findCase },
]

async function list(request: Request): Promise<Reply> {
  const shown = shownPost.find((it) => it === request.query.show) ?? 'waiting'
  const before = readInstant(request.query.before)
  const deed = { purpose: 'post', deed: 'post.listed' } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => ({
    post: await listPost(scope, { shown, before, limit: pageSize }),
    state: await mailboxState(scope),
  }))
  const last = found.post.at(-1)
  const next = found.post.length === pageSize && last ? last.receivedAt.toString() : null
  return { page: { title: 'Mailbox', body: <MailboxPage {...{ ...found, shown, next, today: request.today }} /> } }
}

async function show(request: Request, form: FormState): Promise<Reply> {
  const { postId } = request.params
  if (!isId(postId)) return notFound
  const deed = { purpose: 'post', deed: 'post.opened', subjectId: postId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const post = await onePost(scope, postId)
    const about = post?.caseId ?? post?.aboutCaseId
    if (!post) return null
    return { post, caseReference: about ? ((await caseReferences(scope, [about])).get(about) ?? null) : null }
  })
  if (!found) return notFound
  const tokens = { enquiry: request.formToken(), aside: request.formToken() }
  const body = <PostPage {...found} form={form} tokens={tokens} />
  return { page: { title: found.post.subject || 'Post', invalid: hasErrors(form), body } }
}

const settled = 'Somebody has dealt with this already'

async function enquire(request: Request): Promise<Reply> {
  const { postId } = request.params
  if (!isId(postId)) return notFound
  const outcome = await makeEnquiry(request.desk, actorOf(request), { key: request.form.key, postId })
  if (outcome.done) return { redirect: `/office/enquiries/${outcome.value.enquiryId}` }
  return outcome.reason === 'post.missing' ? notFound : show(request, { values: {}, errors: { '': settled } })
}

async function putAside(request: Request): Promise<Reply> {
  const { postId } = request.params
  if (!isId(postId)) return notFound
  const outcome = await setAside(request.desk, actorOf(request), { key: request.form.key, postId })
  return outcome.done ? { redirect: '/office/mailbox' } : show(request, { values: {}, errors: { '': settled } })
}

async function findCase(request: Request): Promise<Reply> {
  const { postId } = request.params
  if (!isId(postId)) return notFound
  if (request.query.reference === undefined) return { redirect: `/office/mailbox/${postId}` }
  const reference = request.query.reference.trim().slice(0, 40)
  const deed = { purpose: 'post', deed: 'case.sought', subjectId: postId } as const
  const caseId = await request.desk.read(actorOf(request), deed, (scope) => caseOfReference(scope, reference))
  if (caseId) return { redirect: `/office/mailbox/${postId}/cases/${caseId}` }
  return show(request, { values: { reference }, errors: { reference: 'There is no case with this number' } })
}
