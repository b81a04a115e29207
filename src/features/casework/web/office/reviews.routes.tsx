import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { caseReferences } from '../../../cases/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { approveClosure, recordFileReview, sendClosureBack } from '../../actions/review-file.ts'
import { stateOf } from '../../data/case-state.ts'
import { filesWithGaps } from '../../data/files-with-gaps.ts'
import { reviewsOf, waitingClosures } from '../../data/reviews.ts'
import { fileHolds } from '../../domain/file-standards.ts'
import { type Request, routesFor } from './case-form.tsx'
import { longestNote, ReviewPage, ReviewsPage } from './reviews.page.tsx'

const route = routesFor('supervision')

/** A supervisor's own pages: closures that wait, files with gaps, and the review of one file. */
export const reviewRoutes: readonly Route<PurposeKey>[] = [
  route('GET', '/office/reviews', list),
  route('GET', '/office/reviews/:caseId', (request) => page(request, blankForm)),
  route('POST', '/office/reviews/:caseId/closure', answer),
  route('POST', '/office/reviews/:caseId/looked-at', lookedAt),
]

async function list(request: Request): Promise<Reply> {
  const deed = { purpose: 'supervision', deed: 'file.reviews-listed' } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [closures, files] = [await waitingClosures(scope), await filesWithGaps(scope)]
    const references = await caseReferences(scope, [...new Set(closures.map((it) => it.caseId))])
    const people = [...closures.map((it) => it.author), ...files.flatMap(({ it }) => it.mediatorId ?? [])]
    return { closures, files, references, names: await staffNames(scope, [...new Set(people)]) }
  })
  return { page: { title: 'Reviews', body: <ReviewsPage {...found} today={request.today} /> } }
}

async function page(request: Request, form: FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const deed = { purpose: 'supervision', deed: 'file.review-opened', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const state = await stateOf(scope, caseId)
    const [closure = null] = await waitingClosures(scope, caseId)
    const names = await staffNames(scope, closure ? [closure.author] : [])
    return state && { state, closure, names, reviews: await reviewsOf(scope, caseId) }
  })
  if (!found) return { notFound: true }
  const holds = fileHolds(found.state.facts, found.state.names)
  const shown = { form, token: () => request.formToken(), today: request.today, holds }
  const title = `Review of case ${found.state.head.reference}`
  return { page: { title, invalid: hasErrors(form), body: <ReviewPage {...found} {...shown} /> } }
}

const note = z.string().max(longestNote, `This must be ${longestNote} characters or fewer`).default('')
const answerForm = z
  .object({ verdict: oneOf(['approved', 'sent_back'] as const, 'Approve it or send it back'), answer: note })
  .refine((it) => it.verdict === 'approved' || it.answer !== '', {
    message: 'Say what is to be done before it can be closed',
    path: ['answer'],
  })

async function answer(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(answerForm, request.form)
  if (!reading.ok) return page(request, reading)
  const act = reading.value.verdict === 'approved' ? approveClosure : sendClosureBack
  const made = { key: request.form.key, caseId, note: reading.value.answer }
  const outcome = await act(request.desk, actorOf(request), made)
  if (outcome.done) return { redirect: '/office/reviews' }
  if (outcome.reason !== 'appointments') return { notFound: true }
  const errors = { verdict: 'An appointment is still booked. Send it back, so that it is cancelled first' }
  return page(request, { values: asTyped(request.form), errors })
}

async function lookedAt(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(z.object({ note }), request.form)
  if (!reading.ok) return page(request, reading)
  const made = { key: request.form.key, caseId, note: reading.value.note }
  const outcome = await recordFileReview(request.desk, actorOf(request), made)
  return outcome.done ? { redirect: '/office/reviews' } : { notFound: true }
}
