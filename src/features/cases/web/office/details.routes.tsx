import type { Scope } from '../../../../platform/database/desk.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { parsePartialDate } from '../../../../values/partial-date.ts'
import { contactPointsOf, personOf } from '../../../people/index.ts'
import {
  addChildToCase,
  addWayToReach,
  changeSafety,
  correctChildOfCase,
  correctParty,
  endWayToReach,
} from '../../actions/correct-details.ts'
import { stopEmail } from '../../actions/stop-email.ts'
import { caseHead, childrenOf, partiesOf } from '../../data/case-reads.ts'
import { childForm, contactForm, personForm, safetyForm } from './details.forms.ts'
import { ContactForm, PersonForm, SafetyForm } from './details.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const

/** Forms that correct what is held of the parties, their contact details and the children. */
export const detailRoutes = (tools: { readonly policy: CompiledPolicy }): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: '/office/cases/:caseId/people/:personId', handle: (request) => personPage(request) },
  { ...base, method: 'POST', path: '/office/cases/:caseId/people/:personId', handle: savePerson },
  {
    ...base,
    method: 'GET',
    path: '/office/cases/:caseId/people/:personId/contact',
    handle: (request) => contactPage(request, blankForm),
  },
  { ...base, method: 'POST', path: '/office/cases/:caseId/people/:personId/contact', handle: saveContact },
  {
    ...base,
    method: 'GET',
    path: '/office/cases/:caseId/people/:personId/contact/:pointId',
    handle: (request) => safetyPage(request),
  },
  {
    ...base,
    method: 'POST',
    path: '/office/cases/:caseId/people/:personId/no-email',
    handle: (request) => noEmail(request, tools.policy),
  },
  { ...base, method: 'POST', path: '/office/cases/:caseId/people/:personId/contact/:pointId', handle: saveSafety },
  {
    ...base,
    method: 'GET',
    path: '/office/cases/:caseId/children/new',
    handle: (request) => childPage(request, blankForm),
  },
  { ...base, method: 'POST', path: '/office/cases/:caseId/children/new', handle: saveNewChild },
  { ...base, method: 'GET', path: '/office/cases/:caseId/children/:childId', handle: (request) => childPage(request) },
  { ...base, method: 'POST', path: '/office/cases/:caseId/children/:childId', handle: saveChild },
]

/** The identifiers of an address, or null when one is none: such an address leads nowhere. */
function idsIn(request: Request, ...names: string[]): Record<string, Id> | null {
  const found = names.map((name) => [name, request.params[name]] as const)
  return found.every(([, value]) => isId(value)) ? (Object.fromEntries(found) as Record<string, Id>) : null
}

/** Whether the address names a party of its case. */
const isParty = async (scope: Scope, ids: Record<string, Id>): Promise<boolean> =>
  (await partiesOf(scope, ids.caseId as Id)).some((it) => it.personId === ids.personId)
const look = <T,>(request: Request, caseId: Id, work: (scope: Scope) => Promise<T>): Promise<T> =>
  request.desk.read(actorOf(request), { purpose: 'booking', deed: 'case.details-opened', caseId }, work)

const after = (outcome: Outcome<unknown>, caseId: Id): Reply =>
  outcome.done ? { redirect: `/office/cases/${caseId}` } : { notFound: true }

/** The same form with what was typed, when a held file would have lost something by it. */
const whenHeld = (outcome: Outcome<unknown>, request: Request): FormState | null => {
  if (outcome.done || outcome.reason !== 'held') return null
  const errors = { '': 'This file is held: what is in it can be corrected, and not emptied. Fill in what you emptied' }
  return { values: asTyped(request.form), errors }
}

const page = (
  title: string,
  form: FormState,
  body: NonNullable<Extract<Reply, { page: unknown }>>['page']['body'],
): Reply => ({
  page: { title, invalid: Object.keys(form.errors).length > 0, body },
})

const dateValues = (name: string, text: string | null): Record<string, string> => {
  if (text === null) return {}
  const { day, month, year } = parsePartialDate(text)
  return {
    [`${name}-day`]: String(day ?? ''),
    [`${name}-month`]: String(month ?? ''),
    [`${name}-year`]: String(year ?? ''),
  }
}

async function personPage(request: Request, typed?: FormState): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  if (!ids) return { notFound: true }
  const person = await look(request, ids.caseId as Id, async (scope) =>
    (await isParty(scope, ids)) ? personOf(scope, ids.personId as Id) : null,
  )
  if (!person) return { notFound: true }
  const known = {
    given_name: person.givenName,
    family_name: person.familyName,
    known_as: person.knownAs ?? '',
    ...dateValues('birth_date', person.birthDate),
  }
  const form = typed ?? filledForm(known)
  return page(
    'Correct details',
    form,
    <PersonForm form={form} token={request.formToken()} action={request.path} title="Correct details" withKnownAs />,
  )
}

async function savePerson(request: Request): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  if (!ids) return { notFound: true }
  const reading = readForm(personForm(request.today), request.form)
  if (!reading.ok) return personPage(request, reading)
  const input = { key: request.form.key, caseId: ids.caseId as Id, personId: ids.personId as Id, person: reading.value }
  const outcome = await correctParty(request.desk, actorOf(request), input)
  const held = whenHeld(outcome, request)
  return held ? personPage(request, held) : after(outcome, input.caseId)
}

async function contactPage(request: Request, form: FormState): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  if (!ids || !(await look(request, ids.caseId as Id, (scope) => isParty(scope, ids)))) return { notFound: true }
  return page(
    'Add a way to reach them',
    form,
    <ContactForm form={form} token={request.formToken()} action={request.path} title="Add a way to reach them" />,
  )
}

async function saveContact(request: Request): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  if (!ids) return { notFound: true }
  const reading = readForm(contactForm, request.form)
  if (!reading.ok) return contactPage(request, reading)
  const input = { key: request.form.key, caseId: ids.caseId as Id, personId: ids.personId as Id, point: reading.value }
  return after(await addWayToReach(request.desk, actorOf(request), input), input.caseId)
}

async function safetyPage(request: Request, typed?: FormState): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId', 'pointId')
  if (!ids) return { notFound: true }
  const points = await look(request, ids.caseId as Id, async (scope) =>
    (await isParty(scope, ids)) ? contactPointsOf(scope, ids.personId as Id) : [],
  )
  const point = points.find((it) => it.id === ids.pointId)
  if (!point) return { notFound: true }
  const form = typed ?? filledForm({ safety: point.safety, voicemail_safety: point.voicemailSafety })
  return page(
    'Is it safe?',
    form,
    <SafetyForm
      form={form}
      token={request.formToken()}
      action={request.path}
      value={point.value}
      noEmail={
        point.kind === 'email'
          ? { action: `/office/cases/${ids.caseId}/people/${ids.personId}/no-email`, token: request.formToken() }
          : null
      }
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
  const outcome = end
    ? await endWayToReach(request.desk, actorOf(request), of)
    : await changeSafety(request.desk, actorOf(request), { ...of, safety, voicemailSafety })
  return after(outcome, of.caseId)
}

async function noEmail(request: Request, policy: CompiledPolicy): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  if (!ids) return { notFound: true }
  const input = { key: request.form.key, caseId: ids.caseId as Id, personId: ids.personId as Id }
  return after(await stopEmail(request.desk, policy, actorOf(request), input), input.caseId)
}

async function childPage(request: Request, typed?: FormState): Promise<Reply> {
  const { caseId, childId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const found = await look(request, caseId, async (scope) =>
    (await caseHead(scope, caseId)) ? childrenOf(scope, caseId) : null,
  )
  const child = isId(childId) ? found?.find((it) => it.id === childId) : null
  if (!found || child === undefined) return { notFound: true }
  const known = child
    ? { given_name: child.givenName, family_name: child.familyName, ...dateValues('birth_date', child.birthDate) }
    : {}
  const form = typed ?? filledForm(known)
  const title = child ? 'Correct a child’s details' : 'Add a child'
  return page(
    title,
    form,
    <PersonForm form={form} token={request.formToken()} action={request.path} title={title} withKnownAs={false} />,
  )
}

async function saveNewChild(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(childForm(request.today), request.form)
  if (!reading.ok) return childPage(request, reading)
  return after(
    await addChildToCase(request.desk, actorOf(request), { key: request.form.key, caseId, child: reading.value }),
    caseId,
  )
}

async function saveChild(request: Request): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'childId')
  if (!ids) return { notFound: true }
  const reading = readForm(childForm(request.today), request.form)
  if (!reading.ok) return childPage(request, reading)
  const input = { key: request.form.key, caseId: ids.caseId as Id, childId: ids.childId as Id, child: reading.value }
  const outcome = await correctChildOfCase(request.desk, actorOf(request), input)
  const held = whenHeld(outcome, request)
  return held ? childPage(request, held) : after(outcome, input.caseId)
}
