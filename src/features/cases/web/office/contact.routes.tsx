import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import type { Id } from '../../../../values/ids.ts'
import { contactPointsOf, isTold, sharedContact } from '../../../people/index.ts'
import { addWayToReach, changeSafety, endWayToReach } from '../../actions/correct-details.ts'
import { replaceWayToReach } from '../../actions/replace-way-to-reach.ts'
import { stopEmail } from '../../actions/stop-email.ts'
import { contactForm, safetyForm } from './details.forms.ts'
import { ContactForm, SafetyForm } from './details.page.tsx'
import { after, idsIn, isParty, look, page } from './details-common.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const
const path = '/office/cases/:caseId/people/:personId'

export interface ContactRouteTools {
  readonly policy: CompiledPolicy
  /** Whether texts can be sent. */
  readonly hasTexts: boolean
}

/** Forms for the ways by which a party is reached: a new one, whether one is safe, and no more e-mail. */
export const contactRoutes = (tools: ContactRouteTools): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: `${path}/contact`, handle: (request) => contactPage(request, blankForm) },
  { ...base, method: 'POST', path: `${path}/contact`, handle: (request) => saveContact(request, tools) },
  { ...base, method: 'GET', path: `${path}/contact/:pointId`, handle: (request) => safetyPage(request) },
  { ...base, method: 'POST', path: `${path}/no-email`, handle: (request) => noEmail(request, tools.policy) },
  { ...base, method: 'POST', path: `${path}/contact/:pointId`, handle: saveSafety },
]

const pointsIn = (request: Request, ids: Record<string, Id>) =>
  look(request, ids.caseId as Id, async (scope) => {
    if (!(await isParty(scope, ids))) return null
    const points = await contactPointsOf(scope, ids.personId as Id)
    return { points, shared: await sharedContact(scope, ids.personId as Id) }
  })

async function contactPage(request: Request, form: FormState): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  const found = ids && (await pointsIn(request, ids))
  if (!found) return { notFound: true }
  const title = 'Add a way to reach them'
  const props = { form, token: request.formToken(), action: request.path, title, points: found.points }
  return page(title, form, <ContactForm {...props} />)
}

async function saveContact(request: Request, { policy, hasTexts }: ContactRouteTools): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  if (!ids) return { notFound: true }
  const reading = readForm(contactForm, request.form)
  if (!reading.ok) return contactPage(request, reading)
  const { replacesId } = reading.value
  const of = { key: request.form.key, caseId: ids.caseId as Id, personId: ids.personId as Id }
  const outcome = replacesId
    ? await replaceWayToReach(request.desk, actorOf(request), {
        ...{ ...of, point: { ...reading.value, replacesId }, serviceName: policy.service.name, hasTexts },
      })
    : await addWayToReach(request.desk, actorOf(request), { ...of, point: reading.value })
  if (outcome.done || !replacesId) return after(outcome, of.caseId)
  // The page knows whether there is such a party; what is left is that one cannot take the place of the other.
  const errors = {
    replaces: 'Choose one of the same kind that still stands: a number for a number, a mailbox for a mailbox',
  }
  return contactPage(request, { values: asTyped(request.form), errors })
}

async function safetyPage(request: Request, typed?: FormState): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId', 'pointId')
  const found = ids && (await pointsIn(request, ids))
  const point = found?.points.find((it) => it.id === ids?.pointId)
  if (!ids || !found || !point) return { notFound: true }
  const form = typed ?? filledForm({ safety: point.safety, voicemail_safety: point.voicemailSafety })
  const noEmail = { action: `/office/cases/${ids.caseId}/people/${ids.personId}/no-email`, token: request.formToken() }
  const props = { form, token: request.formToken(), action: request.path, told: isTold(point) }
  return page(
    'Is it safe?',
    form,
    <SafetyForm
      {...props}
      value={point.kind === 'address' ? 'their address' : point.value}
      shared={found.shared.has(point.id)}
      noEmail={point.kind === 'email' ? noEmail : null}
    />,
  )
}

async function saveSafety(request: Request): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId', 'pointId')
  if (!ids) return { notFound: true }
  const reading = readForm(safetyForm, request.form)
  if (!reading.ok) return safetyPage(request, reading)
  const { safety, voicemail_safety: voicemailSafety, end } = reading.value
  const of = { key: request.form.key, caseId: ids.caseId as Id, pointId: ids.pointId as Id }
  const confirmed = reading.value.confirmed.includes('yes')
  const outcome = end
    ? await endWayToReach(request.desk, actorOf(request), of)
    : await changeSafety(request.desk, actorOf(request), { ...of, safety, voicemailSafety, confirmed })
  if (outcome.done || outcome.reason !== 'told') return after(outcome, of.caseId)
  const errors = {
    'confirmed[]': 'Somebody else gave us this. It can be called safe once they have said that it is theirs',
  }
  return safetyPage(request, { values: asTyped(request.form), errors })
}

async function noEmail(request: Request, policy: CompiledPolicy): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  if (!ids) return { notFound: true }
  const input = { key: request.form.key, caseId: ids.caseId as Id, personId: ids.personId as Id }
  return after(await stopEmail(request.desk, policy, actorOf(request), input), input.caseId)
}
