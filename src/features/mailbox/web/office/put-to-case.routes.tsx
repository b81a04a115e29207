import { z } from 'zod'
import type { Scope } from '../../../../platform/database/desk.ts'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { legalQualities } from '../../../files/index.ts'
import type { FilingReason } from '../../actions/file-post.ts'
import type { MailboxTools } from '../../actions/mailbox-tools.ts'
import { putToCase } from '../../actions/settle-post.ts'
import { onePost } from '../../data/post-reads.ts'
import { sendersAt } from '../../data/senders.ts'
import { PutToCasePage } from './put-to-case.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'post', entry: 'purpose' } as const
const notFound = { notFound: true } as const
const path = '/office/mailbox/:postId/cases/:caseId'

/** Where a colleague says whose part of a case a letter or an e-mail goes to. */
export const putToCaseRoutes = (tools: MailboxTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(request, blankForm) },
  { ...base, method: 'POST', path, handle: (request) => put(request, tools) },
]

async function show(request: Request, form: FormState): Promise<Reply> {
  const { postId, caseId } = request.params
  if (!isId(postId) || !isId(caseId)) return notFound
  const deed = { purpose: 'post', deed: 'post.placing', subjectId: postId, caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [post, head] = [await onePost(scope, postId), await caseHead(scope, caseId)]
    if (!post || !head) return null
    const names = zoneNames(await partiesOf(scope, caseId))
    return { post, head, names, knownAs: await sidesKnown(scope, caseId, post.senderAddress) }
  })
  if (!found) return notFound
  const body = <PutToCasePage {...found} form={form} token={request.formToken()} />
  return { page: { title: 'Put it to a case', invalid: hasErrors(form), body } }
}

async function sidesKnown(scope: Scope, caseId: Id, address: string | null): Promise<('A' | 'B')[]> {
  if (!address) return []
  const here = (await sendersAt(scope, address)).filter((it) => it.caseId === caseId)
  return [...new Set(here.map((it) => it.side))].toSorted()
}

const putForm = z.object({
  zone: oneOf(['A', 'B', 'office'], 'Say whose it is'),
  legal_quality: oneOf(legalQualities, 'Say whether it is open or without prejudice'),
})

const messages: Readonly<Record<Exclude<FilingReason, 'case.missing'>, string>> = {
  'case.closed': 'This case is closed. Reopen it to put something to it',
  'post.settled': 'Somebody has dealt with this already',
  'post.damaged': 'The files that came with it are damaged where they are stored, so they cannot be put to a case',
}

async function put(request: Request, tools: MailboxTools): Promise<Reply> {
  const { postId, caseId } = request.params
  if (!isId(postId) || !isId(caseId)) return notFound
  const reading = readForm(putForm, request.form)
  if (!reading.ok) return show(request, reading)
  const { zone, legal_quality: legalQuality } = reading.value
  const input = { key: request.form.key, postId, caseId, zone, legalQuality }
  const outcome = await putToCase(request.desk, tools, actorOf(request), input)
  if (outcome.done) return { redirect: `/office/cases/${caseId}/post/${postId}` }
  const { reason } = outcome
  if (reason === 'case.missing' || reason === 'post.missing') return notFound
  return show(request, { values: request.form.values, errors: { '': messages[reason] } })
}
