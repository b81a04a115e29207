import type { PageRequest } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { comparableTelephone } from '../../../../values/telephone.ts'
import type { Enquiry } from '../../../enquiries/index.ts'
import { type CameBack, linkCards } from '../../actions/link-cards.ts'
import { type Known, knownAlready } from '../../data/known-people.ts'
import { nobody, type Sought } from '../../domain/search.ts'
import { cardsFor, everybodyKnown, type MayAct } from './everybody-known.ts'
import { nameOf, whereWords, whyWords } from './known-list.tsx'
import { PossiblyKnown } from './search.page.tsx'

/** Part of an enquiry's page: where else this person, or the other one, is on record. */
export async function knownEnquirer(request: PageRequest<PurposeKey>, enquiry: Enquiry, mayAct: MayAct) {
  const except = { enquiryId: enquiry.id, caseId: enquiry.case_id }
  const about = { subjectId: enquiry.id, except }
  return <PossiblyKnown known={await everybodyKnown(request, mayAct, soughtIn(enquiry), about)} />
}

const soughtIn = (enquiry: Enquiry): Sought => ({
  name: `${enquiry.given_name} ${enquiry.family_name}`,
  telephone: enquiry.telephone === null ? null : comparableTelephone(enquiry.telephone),
  email: enquiry.email,
  postcode: enquiry.postcode,
  address: enquiry.address,
  birthDate: enquiry.birth_date,
  reference: null,
})

/** Once a case was opened: notes that its parties were known by these cards. */
export const cameBack = (request: PageRequest<PurposeKey>, back: CameBack): Promise<void> =>
  linkCards(request.desk, actorOf(request), back)

/** For the form that opens a case: who on record may be its parties. The other one is known by their name alone. */
export async function mayBeParties(request: PageRequest<PurposeKey>, enquiry: Enquiry, mayAct: MayAct) {
  const subjectId = enquiry.id
  const deed = { purpose: 'recognition', deed: 'person.sought', subjectId } as const
  const other = { ...nobody, name: `${enquiry.other_given_name ?? ''} ${enquiry.other_family_name ?? ''}`.trim() }
  const known = await request.desk.read(actorOf(request), deed, async (scope) => ({
    a: await knownAlready(scope, soughtIn(enquiry)),
    b: await knownAlready(scope, other),
  }))
  const aCards = await cardsFor(request, mayAct, soughtIn(enquiry), subjectId)
  const bCards = await cardsFor(request, mayAct, other, subjectId)
  return { a: [...known.a, ...aCards].flatMap(asParty), b: [...known.b, ...bCards].flatMap(asParty) }
}

/** Somebody with a file, or with the card of one; whoever asked alone, or is a child or a colleague, has none to go on with. */
function asParty(known: Known) {
  const words = `${nameOf(known)}: ${whereWords(known).join(', ')}. Why: ${whyWords(known)}`
  if (known.source === 'card') return [{ personId: `card-${known.id}`, words }]
  return known.source === 'party' && known.cases.length > 0 ? [{ personId: known.id, words }] : []
}
