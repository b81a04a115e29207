import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormErrors, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { heldOn, maybeId, withHeldOn } from '../../../sessions/index.ts'
import { allColleagues, mediators } from '../../../staff/index.ts'
import { type BeginReason, beginSession } from '../../actions/begin-session.ts'
import { agreementsOf, bothSigned } from '../../data/agreements.ts'
import { ways } from '../../domain/words.ts'
import { BeginPage } from './begin.page.tsx'
import { base, inCase, notFound, type OfficeRequest } from './in-case.ts'

const path = '/office/cases/:caseId/live/new'

/** Where a session begins. */
export const beginRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', path, handle: (request) => show(asStaff(request)) },
  { ...base, method: 'POST', path, handle: (request) => begin(asStaff(request)) },
]

async function show(request: OfficeRequest, typed?: FormState): Promise<Reply> {
  const { caseId } = request.params
  const { today, staff } = request
  if (!isId(caseId)) return notFound
  const deed = { purpose: 'mediation', deed: 'session.begin-page', caseId } as const
  const found = await request.desk.read(staff.id, deed, async (scope) => {
    const shown = await inCase(scope, caseId)
    if (!shown) return null
    const signed = await agreementsOf(scope, caseId)
    const working = (await allColleagues(scope)).filter((it) => it.standing === 'active')
    const others = (await mediators(scope)).filter((it) => it.id !== staff.id)
    return { ...shown, signed, mediators: others, colleagues: working.filter((it) => it.id !== staff.id) }
  })
  if (!found) return notFound
  const day = { 'held_on-day': `${today.day}`, 'held_on-month': `${today.month}`, 'held_on-year': `${today.year}` }
  const form = typed ?? filledForm(day)
  const ready = typed !== undefined || bothSigned(found.signed, today)
  const body = <BeginPage {...found} ready={ready} form={form} token={request.formToken()} />
  return { page: { title: 'Begin a session', invalid: hasErrors(form), body } }
}

const schema = (today: Temporal.PlainDate) =>
  withHeldOn(
    z
      .object({
        way: oneOf(ways, 'Say how the session is held'),
        held_on: heldOn(today),
        second_mediator: maybeId,
        observer: maybeId,
        observer_agreed: z.array(z.string()).default([]),
      })
      .refine((it) => it.observer_agreed.every((who) => who === 'A' || who === 'B'), {
        path: ['observer_agreed[]'],
        message: 'Choose from the two parties',
      })
      .refine((it) => !it.observer || new Set(it.observer_agreed).size === 2, {
        path: ['observer_agreed[]'],
        message: 'Somebody can watch when both parties have agreed to it, and not before',
      }),
  )

const messages: Readonly<Record<Exclude<BeginReason, 'case.missing'>, FormErrors>> = {
  'case.closed': { '': 'This case is closed. Reopen it to write something into it' },
  'agreement.missing': {
    way: 'By this day, not both parties had signed the agreement to mediate. Record who signed it, and when, first',
  },
  'session.running': { '': 'A session of this case runs already. Its notes are on the page of the case' },
  'mediator.same': { second_mediator: 'Choose another mediator than yourself' },
  'colleague.missing': { '': 'Choose a colleague from the list' },
}

async function begin(request: OfficeRequest): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return notFound
  const reading = readForm(schema(request.today), request.form)
  if (!reading.ok) return show(request, { values: reading.values, errors: reading.errors })
  const { way, held_on, second_mediator: secondMediator, observer } = reading.value
  const asked = { key: request.form.key, caseId, way, heldOn: held_on, secondMediator, observer }
  const outcome = await beginSession(request.desk, request.staff.id, asked)
  if (outcome.done) return { redirect: `/office/live/${outcome.value.sessionId}` }
  if (outcome.reason === 'case.missing') return notFound
  return show(request, { values: asTyped(request.form), errors: messages[outcome.reason] })
}
