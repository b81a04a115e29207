import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { parsePartialDate } from '../../../../values/partial-date.ts'
import { correctionsOf, personOf } from '../../../people/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { addChildToCase, correctChildOfCase, correctParty } from '../../actions/correct-details.ts'
import { caseHead, childrenOf } from '../../data/case-reads.ts'
import { Corrections } from './corrections.tsx'
import { childForm, personForm } from './details.forms.ts'
import { PersonForm } from './details.page.tsx'
import { after, idsIn, isParty, look, page, whenHeld } from './details-common.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const

/** Forms that correct who the parties and the children are. */
export const detailRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', path: '/office/cases/:caseId/people/:personId', handle: (request) => personPage(request) },
  { ...base, method: 'POST', path: '/office/cases/:caseId/people/:personId', handle: savePerson },
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
  const found = await look(request, ids.caseId as Id, async (scope) => {
    const person = (await isParty(scope, ids)) ? await personOf(scope, ids.personId as Id) : null
    if (!person) return null
    const corrections = await correctionsOf(scope, person.id)
    const colleagues = corrections.flatMap((it) => (it.correctedBy ? [it.correctedBy] : []))
    return { person, corrections, staff: await staffNames(scope, [...new Set(colleagues)]) }
  })
  if (!found) return { notFound: true }
  const { person, corrections, staff } = found
  const known = {
    given_name: person.givenName,
    family_name: person.familyName,
    known_as: person.knownAs ?? '',
    former_names: person.formerNames ?? '',
    ...dateValues('birth_date', person.birthDate),
  }
  const form = typed ?? filledForm(known)
  const props = { form, token: request.formToken(), action: request.path, title: 'Correct details' }
  const body = (
    <>
      <PersonForm {...props} ofParty />
      <Corrections corrections={corrections} staff={staff} />
    </>
  )
  return page('Correct details', form, body)
}

async function savePerson(request: Request): Promise<Reply> {
  const ids = idsIn(request, 'caseId', 'personId')
  if (!ids) return { notFound: true }
  const reading = readForm(personForm(request.today), request.form)
  if (!reading.ok) return personPage(request, reading)
  const input = { key: request.form.key, caseId: ids.caseId as Id, personId: ids.personId as Id, ...reading.value }
  const outcome = await correctParty(request.desk, actorOf(request), input)
  const held = whenHeld(outcome, request)
  return held ? personPage(request, held) : after(outcome, input.caseId)
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
    <PersonForm form={form} token={request.formToken()} action={request.path} title={title} ofParty={false} />,
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
