import type { PageRequest } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { comparableTelephone } from '../../../../values/telephone.ts'
import type { Enquiry } from '../../../enquiries/index.ts'
import { knownAlready } from '../../data/known-people.ts'
import type { Sought } from '../../domain/search.ts'
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
