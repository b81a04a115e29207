import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { closeCase, giveToMediator, reopenCase } from '../../../cases/index.ts'
import { closingApproval } from '../../../settings/index.ts'
import { mediators } from '../../../staff/index.ts'
import { askClosure, type ClosureAsked } from '../../actions/ask-closure.ts'
import { closeAsSupervisor } from '../../actions/review-file.ts'
import { stateOf } from '../../data/case-state.ts'
import type { CaseFacts } from '../../domain/case-facts.ts'
import { gapsOf } from '../../domain/file-standards.ts'
import { type Request, routesFor } from './case-form.tsx'
import { CloseCaseForm, longestReason, MediatorForm, ReopenCaseForm } from './course.page.tsx'
import type { MayAct } from './next-step.panel.tsx'

const route = routesFor('booking')
const base = '/office/cases/:caseId'

/** Closing a case, opening it again, and giving it to a mediator. What is unusual asks for a reason. */
export const courseRoutes = (mayAct: MayAct): Route<PurposeKey>[] => [
  route('GET', `${base}/close`, (request) => closePage(request, mayAct, blankForm)),
  route('POST', `${base}/close`, (request) => close(request, mayAct)),
  route('GET', `${base}/reopen`, (request) => reopenPage(request, blankForm)),
  route('POST', `${base}/reopen`, reopen),
  route('GET', `${base}/mediator`, (request) => mediatorPage(request, blankForm)),
  route('POST', `${base}/mediator`, give),
]

const toCase = (caseId: string): Reply => ({ redirect: `/office/cases/${caseId}` })
const hadMiam = (facts: CaseFacts) => facts.milestones.some((it) => it.what === 'miam')
const why = requiredText('Say why', longestReason)

async function found(request: Request) {
  const { caseId } = request.params
  if (!isId(caseId)) return null
  const deed = { purpose: 'booking', deed: 'case.details-opened', caseId } as const
  return request.desk.read(actorOf(request), deed, async (scope) => {
    const state = await stateOf(scope, caseId)
    return state && { ...state, approval: await closingApproval(scope) }
  })
}
type Found = NonNullable<Awaited<ReturnType<typeof found>>>

/** Where closures are approved, a supervisor closes at once and everybody else asks one. */
function wayOf(request: Request, mayAct: MayAct, { approval }: Found): 'close' | 'approve' | 'ask' {
  if (approval === 'never') return 'close'
  return mayAct(request.staff?.role ?? '', 'supervision') ? 'approve' : 'ask'
}

async function closePage(request: Request, mayAct: MayAct, form: FormState): Promise<Reply> {
  const it = await found(request)
  if (!it) return { notFound: true }
  if (it.head.status === 'closed') return toCase(it.head.id)
  const body = (
    <CloseCaseForm
      form={form}
      token={request.formToken()}
      caseId={it.head.id}
      way={wayOf(request, mayAct, it) === 'ask' ? 'asks' : 'at once'}
      gaps={gapsOf(it.facts, it.names)}
      needsReason={!hadMiam(it.facts)}
    />
  )
  return { page: { title: 'Close the case', invalid: hasErrors(form), body } }
}

const outcomes = ['agreement', 'part_agreement', 'no_agreement', 'miam_only', 'not_suitable', 'withdrawn'] as const
const outcome = oneOf(outcomes, 'Choose how it ended')
const closeForm = (needsReason: boolean) =>
  z.object({ outcome, reason: needsReason ? why : z.string().max(longestReason).default('') })

const notClosed = {
  appointments: { outcome: 'An appointment is still booked. Cancel it first' },
  asked: { outcome: 'Somebody has asked a supervisor to close it already' },
  approval: { outcome: 'A supervisor closes cases now. Ask one with this form' },
} as const

async function close(request: Request, mayAct: MayAct): Promise<Reply> {
  const it = await found(request)
  if (!it) return { notFound: true }
  const reading = readForm(closeForm(!hadMiam(it.facts)), request.form)
  if (!reading.ok) return closePage(request, mayAct, reading)
  const asked: ClosureAsked = { key: request.form.key, caseId: it.head.id, ...reading.value }
  const acts = { close: closeCase, approve: closeAsSupervisor, ask: askClosure }
  const answer = await acts[wayOf(request, mayAct, it)](request.desk, actorOf(request), asked)
  if (answer.done) return toCase(it.head.id)
  if (answer.reason === 'not_live' || answer.reason === 'no_request') return { notFound: true }
  return closePage(request, mayAct, { values: asTyped(request.form), errors: notClosed[answer.reason] })
}

async function reopenPage(request: Request, form: FormState): Promise<Reply> {
  const it = await found(request)
  if (!it) return { notFound: true }
  if (it.head.status === 'live') return toCase(it.head.id)
  const body = <ReopenCaseForm form={form} token={request.formToken()} caseId={it.head.id} />
  return { page: { title: 'Open the case again', invalid: hasErrors(form), body } }
}

async function reopen(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(z.object({ reason: why }), request.form)
  if (!reading.ok) return reopenPage(request, reading)
  const answer = await reopenCase(request.desk, actorOf(request), { key: request.form.key, caseId, ...reading.value })
  return answer.done ? toCase(caseId) : { notFound: true }
}

/** Another mediator than the one who met somebody is unusual; the first choice is not. */
const isUnusual = ({ head, facts }: Found) => head.mediatorId !== null && hadMiam(facts)

async function mediatorPage(request: Request, form: FormState): Promise<Reply> {
  const it = await found(request)
  if (!it) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'staff.listed' } as const
  const people = await request.desk.read(actorOf(request), deed, mediators)
  const shown = { form, token: request.formToken(), caseId: it.head.id, needsReason: isUnusual(it) }
  const body = <MediatorForm {...shown} mediators={people} />
  return { page: { title: 'Choose a mediator', invalid: hasErrors(form), body } }
}

const mediatorForm = (needsReason: boolean) =>
  z.object({
    mediator: z.string().refine(isId, 'Choose a mediator from the list'),
    reason: needsReason ? why : z.string().max(longestReason).default(''),
  })

async function give(request: Request): Promise<Reply> {
  const it = await found(request)
  if (!it) return { notFound: true }
  const reading = readForm(mediatorForm(isUnusual(it)), request.form)
  if (!reading.ok) return mediatorPage(request, reading)
  const { mediator, reason } = reading.value
  const input = { key: request.form.key, caseId: it.head.id, mediatorId: mediator as Id, reason }
  const answer = await giveToMediator(request.desk, actorOf(request), input)
  if (answer.done) return toCase(it.head.id)
  if (answer.reason === 'not_live') return { notFound: true }
  const errors = { mediator: 'This mediator knows one of the parties and keeps away. Choose another' }
  return mediatorPage(request, { values: asTyped(request.form), errors })
}
