import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormErrors, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { ServiceVoice } from '../../../messages/index.ts'
import { recordOf, refusalErrorsElsewhere, requestOf } from '../../../requests/index.ts'
import { announceLifting, liftRestriction, type RestrictionRefusal, restrict } from '../../actions/restrict.ts'
import { restrictionsOf } from '../../data/restrictions.ts'
import { covers, grounds } from '../../domain/restriction.ts'
import { RestrictionPage, restrictionPath } from './restriction.page.tsx'

type Request = PageRequest<PurposeKey>
export interface EndingWebTools {
  readonly policy: CompiledPolicy
  readonly voice: () => Promise<ServiceVoice>
}

const base = { area: 'office', purpose: 'rights', entry: 'purpose' } as const
const path = '/office/requests/:requestId/restriction'

/** Keeping what is somebody's from use, and letting it be used again. */
export const restrictionRoutes = (tools: EndingWebTools): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(request, blankForm) },
  { ...base, method: 'POST', path, handle: (request) => change(request, tools) },
]

async function show(request: Request, form: FormState): Promise<Reply> {
  const { requestId } = request.params
  if (!isId(requestId)) return { notFound: true }
  const deed = { purpose: 'rights', deed: 'restriction.opened', subjectId: requestId } as const
  const read = await request.desk.read(actorOf(request), deed, async (scope) => {
    const found = await requestOf(scope, requestId)
    const recordId = found ? recordOf(found.request) : null
    return found && recordId ? { found, known: await restrictionsOf(scope, recordId) } : null
  })
  if (!read) return { notFound: true }
  const body = <RestrictionPage {...read} form={form} token={() => request.formToken()} />
  return { page: { title: 'Keep it, but do not use it', invalid: hasErrors(form), body } }
}

const how = oneOf(['written', 'spoken'] as const, 'Choose how they hear of it')
const restriction = z.string().refine(isId)
const steps = z.discriminatedUnion('step', [
  z.object({ step: z.literal('tell'), restriction, told: how }),
  z.object({ step: z.literal('lift'), restriction }),
  z.object({
    step: z.literal('place'),
    ground: oneOf(grounds, 'Choose why'),
    covers: oneOf([...covers, 'enquiry'] as const, 'Choose what is kept from use'),
    told_now: how,
  }),
])
const form = z.preprocess((sent) => ({ step: 'place', ...(sent as object) }), steps)

async function change(request: Request, tools: EndingWebTools): Promise<Reply> {
  const { requestId } = request.params
  if (!isId(requestId)) return { notFound: true }
  const again = (errors: FormErrors) => show(request, { values: asTyped(request.form), errors })
  const reading = readForm(form, request.form)
  if (!reading.ok) return again(reading.errors)
  const sent = reading.value
  const { desk } = request
  const actor = actorOf(request)
  const input = { key: request.form.key, requestId }
  const outcome =
    sent.step === 'place'
      ? await restrict(desk, tools, actor, { ...input, ...sent, told: sent.told_now })
      : sent.step === 'tell'
        ? await announceLifting(desk, tools, actor, { ...input, restrictionId: sent.restriction, told: sent.told })
        : await liftRestriction(desk, tools, actor, { ...input, restrictionId: sent.restriction })
  if (outcome.done) return { redirect: restrictionPath(requestId) }
  return outcome.reason === 'no_such' ? { notFound: true } : again(errorsOf(outcome.reason, requestId))
}

const errorsOf = (reason: Exclude<RestrictionRefusal, 'no_such'>, requestId: Id): FormErrors =>
  reason === 'not_told'
    ? { '': 'They are told first, and then it is used again' }
    : refusalErrorsElsewhere(reason, requestId)
