import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { RecordedName } from '../domain/reasons.ts'
import type { Candidate, Source } from './found-identifiers.ts'

/** A case in which somebody is a party, or whose child they are. */
export interface CaseOfSomebody {
  readonly id: Id
  readonly reference: string
  readonly status: 'live' | 'closed'
  readonly side: 'A' | 'B' | null
}

/** What is on record of one who may be meant. */
export interface OnRecord {
  readonly source: Source
  readonly id: Id
  readonly name: RecordedName
  readonly birthDate: string | null
  readonly cases: readonly CaseOfSomebody[]
  /** The number of the enquiry, for those whom one names. */
  readonly enquiry: { readonly id: Id; readonly reference: string } | null
  /** Where somebody works, of those whom we know by their work. */
  readonly organisation?: string
  /** The file that ended, of those of whom its card is left. */
  readonly before?: { readonly reference: string; readonly closedOn: string }
}

/** Reads those who were found, under the row rules of the purpose: one statement for each place that has any. */
export async function readFound(scope: Scope, found: readonly Candidate[]): Promise<OnRecord[]> {
  const of = (...sources: readonly Source[]) => [
    ...new Set(found.filter((it) => sources.includes(it.source)).map((it) => it.id)),
  ]
  const [parties, enquiries, children, colleagues, workers, referrers] = await Promise.all([
    readParties(scope, of('party')),
    readEnquiries(scope, of('enquirer', 'named')),
    readChildren(scope, of('child')),
    readColleagues(scope, of('colleague')),
    readProfessionals(scope, of('professional')),
    readReferrers(scope, of('referrer')),
  ])
  const wanted = new Set(found.map((it) => `${it.source} ${it.id}`))
  return [...parties, ...enquiries, ...children, ...colleagues, ...workers, ...referrers].filter((it) =>
    wanted.has(`${it.source} ${it.id}`),
  )
}

const none = { cases: [], enquiry: null } as const

async function readParties(scope: Scope, ids: readonly Id[]): Promise<OnRecord[]> {
  if (ids.length === 0) return []
  const { queries } = scope
  const [people, cases] = await Promise.all([
    queries
      .selectFrom('person')
      .select(['id', 'given_name', 'family_name', 'known_as', 'former_names', 'birth_date'])
      .where('id', 'in', ids)
      .execute(),
    queries
      .selectFrom('party')
      .innerJoin('case_file', 'case_file.id', 'party.case_id')
      .select(['party.person_id', 'party.side', 'case_file.id', 'case_file.reference', 'case_file.status'])
      .where('party.person_id', 'in', ids)
      .orderBy('case_file.opened_at', 'desc')
      .execute(),
  ])
  return people.map((row) => ({
    ...{ source: 'party', id: row.id, enquiry: null, birthDate: row.birth_date },
    name: { given: row.given_name, family: row.family_name, knownAs: row.known_as, former: row.former_names },
    cases: cases
      .filter((it) => it.person_id === row.id)
      .map(({ id, reference, status, side }) => ({ id, reference, status, side })),
  }))
}

async function readEnquiries(scope: Scope, ids: readonly Id[]): Promise<OnRecord[]> {
  if (ids.length === 0) return []
  const rows = await scope.queries
    .selectFrom('enquiry')
    .leftJoin('case_file', 'case_file.id', 'enquiry.case_id')
    .select(['enquiry.id', 'enquiry.reference', 'enquiry.given_name', 'enquiry.family_name', 'enquiry.birth_date'])
    .select(['enquiry.other_given_name', 'enquiry.other_family_name'])
    .select(['case_file.id as caseId', 'case_file.reference as caseReference', 'case_file.status as caseStatus'])
    .where('enquiry.id', 'in', ids)
    .execute()
  return rows.flatMap((row): OnRecord[] => {
    const enquiry = { id: row.id, reference: row.reference }
    const { caseId, caseReference: reference, caseStatus: status } = row
    const cases = caseId && reference && status ? [{ id: caseId, reference, status, side: null }] : []
    const common = { ...none, id: row.id, enquiry, cases }
    return [
      {
        ...{ ...common, source: 'enquirer', birthDate: row.birth_date },
        name: { given: row.given_name, family: row.family_name },
      },
      {
        ...{ ...common, source: 'named', birthDate: null },
        name: { given: row.other_given_name ?? '', family: row.other_family_name ?? '' },
      },
    ]
  })
}

async function readChildren(scope: Scope, ids: readonly Id[]): Promise<OnRecord[]> {
  if (ids.length === 0) return []
  const rows = await scope.queries
    .selectFrom('child')
    .innerJoin('case_file', 'case_file.id', 'child.case_id')
    .select(['child.id', 'child.given_name', 'child.family_name', 'child.birth_date'])
    .select(['case_file.id as caseId', 'case_file.reference', 'case_file.status'])
    .where('child.id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    ...{ ...none, source: 'child', id: row.id, birthDate: row.birth_date },
    name: { given: row.given_name, family: row.family_name },
    cases: [{ id: row.caseId, reference: row.reference, status: row.status, side: null }],
  }))
}

async function readColleagues(scope: Scope, ids: readonly Id[]): Promise<OnRecord[]> {
  if (ids.length === 0) return []
  const rows = await scope.queries.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute()
  return rows.map((row) => ({
    ...{ ...none, source: 'colleague', id: row.id, birthDate: null },
    name: { given: row.name, family: '' },
  }))
}

async function readProfessionals(scope: Scope, ids: readonly Id[]): Promise<OnRecord[]> {
  if (ids.length === 0) return []
  const rows = await scope.queries
    .selectFrom('professional')
    .select(['id', 'name', 'organisation'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, name, organisation }) => ({
    ...{ ...none, source: 'professional', id, birthDate: null, organisation },
    name: { given: name, family: '' },
  }))
}

async function readReferrers(scope: Scope, ids: readonly Id[]): Promise<OnRecord[]> {
  if (ids.length === 0) return []
  const rows = await scope.queries
    .selectFrom('referral')
    .innerJoin('enquiry', 'enquiry.id', 'referral.enquiry_id')
    .select(['referral.id', 'referral.name', 'referral.organisation', 'enquiry.id as enquiryId', 'enquiry.reference'])
    .where('referral.id', 'in', ids)
    .execute()
  return rows.map(({ id, name, organisation, enquiryId, reference }) => ({
    ...{ ...none, source: 'referrer', id, birthDate: null, organisation },
    name: { given: name, family: '' },
    enquiry: { id: enquiryId, reference },
  }))
}
