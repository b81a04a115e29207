import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { mediators } from '../../../staff/index.ts'
import { closeCase } from '../../actions/close-case.ts'
import { giveToMediator } from '../../actions/give-to-mediator.ts'
import { reopenCase } from '../../actions/reopen-case.ts'
import { type CaseHead, caseHead } from '../../data/case-reads.ts'
import { CloseCaseForm, MediatorForm, ReopenCaseForm } from './course.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const

/** Closing a case, opening it again, and giving it to a mediator. */
export const courseRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', path: '/office/cases/:caseId/close', handle: (request) => closePage(request, blankForm) },
  { ...base, method: 'POST', path: '/office/cases/:caseId/close', handle: close },
  { ...base, method: 'GET', path: '/office/cases/:caseId/reopen', handle: (request) => reopenPage(request, blankForm) },
  { ...base, method: 'POST', path: '/office/cases/:caseId/reopen', handle: reopen },
  {
    ...base,
    method: 'GET',
    path: '/office/cases/:caseId/mediator',
    handle: (request) => mediatorPage(request, blankForm),
  },
  { ...base, method: 'POST', path: '/office/cases/:caseId/mediator', handle: give },
]

const invalid = (form: FormState) => Object.keys(form.errors).length > 0
const toCase = (caseId: string): Reply => ({ redirect: `/office/cases/${caseId}` })

async function headOf(request: Request): Promise<CaseHead | null> {
  const { caseId } = request.params
  if (!isId(caseId)) return null
  const deed = { purpose: 'booking', deed: 'case.details-opened', caseId } as const
  return request.desk.read(actorOf(request), deed, (scope) => caseHead(scope, caseId))
}

async function closePage(request: Request, form: FormState): Promise<Reply> {
  const head = await headOf(request)
  if (!head) return { notFound: true }
  if (head.status === 'closed') return toCase(head.id)
  const body = <CloseCaseForm form={form} token={request.formToken()} caseId={head.id} />
  return { page: { title: 'Close the case', invalid: invalid(form), body } }
}

const outcomes = ['agreement', 'part_agreement', 'no_agreement', 'miam_only', 'not_suitable', 'withdrawn'] as const
const closeForm = z.object({ outcome: oneOf(outcomes, 'Choose how it ended') })

async function close(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(closeForm, request.form)
  if (!reading.ok) return closePage(request, reading)
  const outcome = await closeCase(request.desk, actorOf(request), {
    key: request.form.key,
    caseId,
    outcome: reading.value.outcome,
  })
  if (outcome.done) return toCase(caseId)
  if (outcome.reason === 'not_live') return { notFound: true }
  const errors = { outcome: 'An appointment is still booked. Cancel it first' }
  return closePage(request, { values: asTyped(request.form), errors })
}

async function reopenPage(request: Request, form: FormState): Promise<Reply> {
  const head = await headOf(request)
  if (!head) return { notFound: true }
  if (head.status === 'live') return toCase(head.id)
  const body = <ReopenCaseForm form={form} token={request.formToken()} caseId={head.id} />
  return { page: { title: 'Open the case again', body } }
}

async function reopen(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const outcome = await reopenCase(request.desk, actorOf(request), { key: request.form.key, caseId })
  return outcome.done ? toCase(caseId) : { notFound: true }
}

async function mediatorPage(request: Request, form: FormState): Promise<Reply> {
  const head = await headOf(request)
  if (!head) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'staff.listed' } as const
  const people = await request.desk.read(actorOf(request), deed, mediators)
  const body = <MediatorForm form={form} token={request.formToken()} caseId={head.id} mediators={people} />
  return { page: { title: 'Choose a mediator', invalid: invalid(form), body } }
}

const mediatorForm = z.object({ mediator: z.string().refine(isId, 'Choose a mediator from the list') })

async function give(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(mediatorForm, request.form)
  if (!reading.ok) return mediatorPage(request, reading)
  const input = { key: request.form.key, caseId, mediatorId: reading.value.mediator as Id }
  const outcome = await giveToMediator(request.desk, actorOf(request), input)
  if (outcome.done) return toCase(caseId)
  if (outcome.reason === 'not_live') return { notFound: true }
  const errors = { mediator: 'This mediator knows one of the parties and keeps away. Choose another' }
  return mediatorPage(request, { values: asTyped(request.form), errors })
}
