import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { CategoryKey, PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormErrors, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { recordOf, refusalErrorsElsewhere, requestOf } from '../../../requests/index.ts'
import { type ErasureTools, type OrderRefusal, orderErasure, planFor } from '../../actions/order-erasure.ts'
import { orderOf } from '../../data/erasures.ts'
import { ErasurePage, erasurePath } from './erasure.page.tsx'

type Request = PageRequest<PurposeKey>

const base = { area: 'office', purpose: 'rights', entry: 'purpose' } as const
const path = '/office/requests/:requestId/erasure'

/** Deciding what is deleted because somebody asked. */
export const erasureRoutes = (tools: ErasureTools): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(request, tools, blankForm) },
  { ...base, method: 'POST', path, handle: (request) => order(request, tools) },
]

async function show(request: Request, tools: ErasureTools, form: FormState): Promise<Reply> {
  const { requestId } = request.params
  if (!isId(requestId)) return { notFound: true }
  const deed = { purpose: 'rights', deed: 'erasure.opened', subjectId: requestId } as const
  const read = await request.desk.read(actorOf(request), deed, async (scope) => {
    const found = await requestOf(scope, requestId)
    if (found?.request.kind !== 'erasure') return null
    const [recordId, ordered] = [recordOf(found.request), await orderOf(scope, requestId)]
    if (recordId === null) return ordered && { found, order: ordered, of: null, plan: [] }
    const of = found.request.enquiryId ? 'enquiry' : 'person'
    return { found, order: ordered, of, plan: await planFor(scope, tools, { recordId, of }) } as const
  })
  if (!read) return { notFound: true }
  const body = <ErasurePage {...read} form={form} token={() => request.formToken()} />
  return { page: { title: 'What can be deleted', invalid: hasErrors(form), body } }
}

const chosen = z
  .object({
    delete: z.array(z.string()).default([]),
    told: oneOf(['written', 'spoken'] as const, 'Choose how they hear of it'),
  })
  .superRefine((sent, context) => {
    const message = 'Choose what is deleted, or refuse the request'
    if (sent.delete.length === 0) context.addIssue({ code: 'custom', path: ['delete[]'], message })
  })

async function order(request: Request, tools: ErasureTools): Promise<Reply> {
  const { requestId } = request.params
  if (!isId(requestId)) return { notFound: true }
  const again = (errors: FormErrors) => show(request, tools, { values: asTyped(request.form), errors })
  const reading = readForm(chosen, request.form)
  if (!reading.ok) return again(reading.errors)
  const { told, delete: categories } = reading.value
  const input = { key: request.form.key, requestId, told, categories: categories as CategoryKey[] }
  const outcome = await orderErasure(request.desk, tools, actorOf(request), input)
  if (outcome.done) return { redirect: erasurePath(requestId) }
  return outcome.reason === 'no_such' ? { notFound: true } : again(errorsOf(outcome.reason, requestId))
}

const errorsOf = (reason: Exclude<OrderRefusal, 'no_such'>, requestId: Id): FormErrors => {
  if (reason === 'stays') return { 'delete[]': 'Something of this must stay now. Look again at what can go' }
  if (reason === 'apart') return { 'delete[]': 'Tick also what can only be deleted together with your choice' }
  return refusalErrorsElsewhere(reason, requestId)
}
