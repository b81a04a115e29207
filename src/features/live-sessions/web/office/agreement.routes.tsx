import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormErrors, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { zoneInPath } from '../../../files/index.ts'
import { heldOn, withHeldOn } from '../../../sessions/index.ts'
import { type AgreementReason, recordAgreement } from '../../actions/record-agreement.ts'
import { agreementsOf } from '../../data/agreements.ts'
import { signedHows } from '../../domain/words.ts'
import { AgreementsPage, SignPage } from './agreement.page.tsx'
import { base, inCase, notFound, type OfficeRequest } from './in-case.ts'

const path = '/office/cases/:caseId/agreements/new/:zone'

/** Where it is seen and recorded who signed the agreement to mediate. */
export const agreementRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', path: '/office/cases/:caseId/agreements', handle: (request) => list(asStaff(request)) },
  { ...base, method: 'GET', path, handle: (request) => show(asStaff(request), blankForm) },
  { ...base, method: 'POST', path, handle: (request) => record(asStaff(request)) },
]

async function list(request: OfficeRequest): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return notFound
  const deed = { purpose: 'mediation', deed: 'agreement.listed', caseId } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const shown = await inCase(scope, caseId)
    return shown && { ...shown, signed: await agreementsOf(scope, caseId) }
  })
  return found ? { page: { title: 'Agreement to mediate', body: <AgreementsPage {...found} /> } } : notFound
}

function placeOf({ params }: OfficeRequest) {
  const side = zoneInPath(params.zone)
  return isId(params.caseId) && (side === 'A' || side === 'B') ? { caseId: params.caseId, side } : null
}

async function show(request: OfficeRequest, form: FormState): Promise<Reply> {
  const place = placeOf(request)
  if (!place) return notFound
  const deed = { purpose: 'mediation', deed: 'agreement.begun', caseId: place.caseId } as const
  const found = await request.desk.read(request.staff.id, deed, (scope) => inCase(scope, place.caseId))
  if (!found) return notFound
  const body = <SignPage {...found} side={place.side} form={form} token={request.formToken()} />
  return { page: { title: 'Agreement to mediate', invalid: hasErrors(form), body } }
}

const schema = (today: Temporal.PlainDate) =>
  withHeldOn(
    z.object({
      version: requiredText('Enter the version of the agreement', 60),
      held_on: heldOn(today),
      signed_how: oneOf(signedHows, 'Say how it was signed'),
    }),
  )

const messages: Readonly<Record<Exclude<AgreementReason, 'case.missing'>, FormErrors>> = {
  'case.closed': { '': 'This case is closed. Reopen it to write something into it' },
  'agreement.recorded': { version: 'It is recorded already that this person signed this version' },
}

async function record(request: OfficeRequest): Promise<Reply> {
  const place = placeOf(request)
  if (!place) return notFound
  const reading = readForm(schema(request.today), request.form)
  if (!reading.ok) return show(request, { values: reading.values, errors: reading.errors })
  const { version, held_on: signedOn, signed_how: signedHow } = reading.value
  const asked = { ...place, key: request.form.key, version, signedOn, signedHow }
  const outcome = await recordAgreement(request.desk, request.staff.id, asked)
  if (outcome.done) return { redirect: `/office/cases/${place.caseId}/agreements` }
  if (outcome.reason === 'case.missing') return notFound
  return show(request, { values: request.form.values, errors: messages[outcome.reason] })
}
