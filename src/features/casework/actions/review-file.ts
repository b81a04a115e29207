import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { type ClosingReason, caseHead, closeInScope, closingRefusals } from '../../cases/index.ts'
import { addTask, finishTasks } from '../../tasks/index.ts'
import { addClosureRequest, addReview, settleClosure, waitingClosures } from '../data/reviews.ts'
import type { ClosureAsked } from './ask-closure.ts'

type Reason = ClosingReason | 'no_request'
type Result = Promise<Outcome<Answer, Reason>>
interface Answering {
  readonly key: Id
  readonly caseId: Id
  readonly note: string
}

const deedOf = (deed: string, { key, caseId }: { key: Id; caseId: Id }) =>
  ({ purpose: 'supervision', deed, key, caseId, refusals: closingRefusals }) as const

async function approve(scope: Scope, request: { id: Id } & Omit<ClosureAsked, 'key'>, note: string) {
  const { caseId, outcome, reason } = request
  await addReview(scope, { caseId, requestId: request.id, verdict: 'approved', note })
  if (!(await closeInScope(scope, { caseId, outcome, reason }))) return refused('not_live')
  await settleClosure(scope, request.id)
  await finishTasks(scope, { kind: 'approve-closure', caseId })
  await finishTasks(scope, { kind: 'closure-sent-back', caseId })
  return done({ caseId })
}

/** A supervisor agrees to what somebody asked: the case is closed. */
export function approveClosure(desk: Desk<PurposeKey>, actor: Id, answer: Answering): Result {
  return desk.act<Reason>(actor, deedOf('closure.approved', answer), async (scope) => {
    const [request] = await waitingClosures(scope, answer.caseId)
    return request ? approve(scope, request, answer.note) : refused('no_request')
  })
}

/** A supervisor closes a case themselves: wish and approval in one. */
export function closeAsSupervisor(desk: Desk<PurposeKey>, actor: Id, asked: ClosureAsked): Result {
  return desk.act<Reason>(actor, deedOf('closure.approved', asked), async (scope) => {
    const [waiting] = await waitingClosures(scope, asked.caseId)
    if (waiting) await settleClosure(scope, waiting.id)
    const id = await addClosureRequest(scope, asked)
    return approve(scope, { ...asked, id }, '')
  })
}

/** A supervisor does not agree yet, and says why to whoever asked. */
export function sendClosureBack(desk: Desk<PurposeKey>, actor: Id, answer: Answering): Result {
  return desk.act<Reason>(actor, deedOf('closure.sent-back', answer), async (scope) => {
    const { caseId, note } = answer
    const [request] = await waitingClosures(scope, caseId)
    const head = await caseHead(scope, caseId)
    if (!request || !head) return refused('no_request')
    await addReview(scope, { caseId, requestId: request.id, verdict: 'sent_back', note })
    await settleClosure(scope, request.id)
    await finishTasks(scope, { kind: 'approve-closure', caseId })
    const isMediator = request.author === head.mediatorId
    const forStaff = isMediator ? { forRole: 'mediator', forStaff: head.mediatorId } : { forRole: 'coordinator' }
    const dueOn = todayInLondon(scope.now).add({ days: 3 }).toString()
    await addTask(scope, { kind: 'closure-sent-back', dueOn, caseId, ...(forStaff as { forRole: 'mediator' }) })
    return done({ caseId })
  })
}

/** A supervisor has looked at a file and notes what they found. */
export function recordFileReview(desk: Desk<PurposeKey>, actor: Id, made: Answering): Result {
  return desk.act<Reason>(actor, deedOf('file.reviewed', made), async (scope) => {
    const { caseId, note } = made
    if (!(await caseHead(scope, caseId))) return refused('not_live')
    await addReview(scope, { caseId, requestId: null, verdict: 'looked_at', note })
    return done({ caseId })
  })
}
