import type { PageRequest } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { comparableTelephone } from '../../../../values/telephone.ts'
import type { Enquiry } from '../../../enquiries/index.ts'
import { type Known, knownAlready } from '../../data/known-people.ts'
import { nobody, type Sought } from '../../domain/search.ts'
import { nameOf, whereWords, whyWords } from './known-list.tsx'
import { PossiblyKnown } from './search.page.tsx'

/** Part of an enquiry's page: where else this person, or the other one, is on record. */
export async function knownEnquirer(request: PageRequest<PurposeKey>, enquiry: Enquiry) {
  const deed = { purpose: 'recognition', deed: 'person.sought', subjectId: enquiry.id } as const
  const known = await request.desk.read(actorOf(request), deed, (scope) =>
    knownAlready(scope, soughtIn(enquiry), { enquiryId: enquiry.id, caseId: enquiry.case_id }),
  )
  return <PossiblyKnown known={known} />
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

/** For the form that opens a case: who on record may be its parties. The other one is known by their name alone. */
export async function mayBeParties(request: PageRequest<PurposeKey>, enquiry: Enquiry) {
  const deed = { purpose: 'recognition', deed: 'person.sought', subjectId: enquiry.id } as const
  const other = { ...nobody, name: `${enquiry.other_given_name ?? ''} ${enquiry.other_family_name ?? ''}`.trim() }
  return request.desk.read(actorOf(request), deed, async (scope) => ({
    a: (await knownAlready(scope, soughtIn(enquiry))).flatMap(asParty),
    b: (await knownAlready(scope, other)).flatMap(asParty),
  }))
}

/** Somebody with a file; whoever asked alone, or is a child or a colleague, has no record to go on with. */
const asParty = (known: Known) =>
  known.source === 'party' && known.cases.length > 0
    ? [{ personId: known.id, words: `${nameOf(known)}: ${whereWords(known).join(', ')}. Why: ${whyWords(known)}` }]
    : []
