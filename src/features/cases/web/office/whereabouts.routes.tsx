import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { readPostcode } from '../../../../values/postcode.ts'
import { type Place, placesOf } from '../../../people/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { endNotedPlace, notePlace } from '../../actions/keep-places.ts'
import { partiesOf } from '../../data/case-reads.ts'
import { shortName } from '../../domain/words.ts'
import { WhereaboutsPage } from './whereabouts.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'letters', entry: 'purpose' } as const
const path = '/office/cases/:caseId/people/:personId/whereabouts'

/** Where a party can be found: read and written under a purpose of its own, which not everybody has. */
export const whereaboutsRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', path, handle: (request) => placesPage(request, blankForm) },
  { ...base, method: 'POST', path, handle: save },
]

const placeForm = z
  .object({
    kind: oneOf(['work', 'school', 'partner', 'other'] as const, 'Choose what it is'),
    address: requiredText('Enter the address', 500),
    postcode: optionalText(10),
    source: oneOf(['self', 'other_party', 'referrer', 'staff'] as const, 'Choose where it comes from'),
  })
  .transform(({ kind, address, postcode, source }, context): Place => {
    const read = postcode === null ? null : readPostcode(postcode)
    if (read && !read.done)
      context.addIssue({ code: 'custom', path: ['postcode'], message: 'Enter a full postcode, like NR1 1AA' })
    return { kind, address, source, postcode: read?.done ? read.value : null }
  })

async function placesPage(request: Request, form: FormState): Promise<Reply> {
  const { caseId, personId } = request.params
  if (!isId(caseId) || !isId(personId)) return { notFound: true }
  const deed = { purpose: 'letters', deed: 'whereabouts.opened', caseId, subjectId: personId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const party = (await partiesOf(scope, caseId)).find((it) => it.personId === personId)
    if (!party) return null
    const places = await placesOf(scope, personId)
    const colleagues = new Set(places.flatMap((it) => (it.recordedBy ? [it.recordedBy] : [])))
    return { name: shortName(party), places, staff: await staffNames(scope, [...colleagues]) }
  })
  if (!found) return { notFound: true }
  const props = { form, token: request.formToken(), action: request.path, caseId, ...found }
  const invalid = Object.keys(form.errors).length > 0
  return { page: { title: 'Where they can be found', invalid, body: <WhereaboutsPage {...props} /> } }
}

async function save(request: Request): Promise<Reply> {
  const { caseId, personId } = request.params
  if (!isId(caseId) || !isId(personId)) return { notFound: true }
  const of = { key: request.form.key, caseId, personId }
  const { ends } = request.form.values
  if (isId(ends)) return after(await endNotedPlace(request.desk, actorOf(request), { ...of, placeId: ends }), request)
  const reading = readForm(placeForm, request.form)
  if (!reading.ok) return placesPage(request, reading)
  return after(await notePlace(request.desk, actorOf(request), { ...of, place: reading.value }), request)
}

const after = (outcome: { readonly done: boolean }, request: Request): Reply =>
  outcome.done ? { redirect: request.path } : { notFound: true }
