import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { CaseOutcome, Side, Topic } from '../domain/case.ts'

export interface CaseHead {
  readonly id: Id
  readonly reference: string
  readonly openedAt: Temporal.Instant
  readonly status: 'live' | 'closed'
  readonly topic: Topic
  readonly mediatorId: Id | null
  readonly closedOn: string | null
  readonly outcome: CaseOutcome | null
}

export interface PartyOfCase {
  readonly partyId: Id
  readonly personId: Id
  readonly side: Side
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

export interface Child {
  readonly id: Id
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string | null
}

const heads = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('case_file')
    .select(['id', 'reference', 'opened_at', 'status', 'topic', 'mediator_id', 'closed_on', 'outcome'])
    .where('id', '=', caseId),
)

/** A case by its identifier; null when there is none for the one who asks. */
export async function caseHead(scope: Scope, caseId: Id): Promise<CaseHead | null> {
  const [row] = await heads(scope, { caseId })
  return row
    ? {
        id: row.id,
        reference: row.reference,
        openedAt: row.opened_at,
        status: row.status,
        topic: row.topic,
        mediatorId: row.mediator_id,
        closedOn: row.closed_on,
        outcome: row.outcome,
      }
    : null
}

const mediatorNames = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('case_file')
    .innerJoin('staff', 'staff.id', 'case_file.mediator_id')
    .select('staff.name')
    .where('case_file.id', '=', caseId),
)

/** What the mediator of a case is called; null when it has none, or is not theirs. */
export async function mediatorNameOf(scope: Scope, caseId: Id): Promise<string | null> {
  return (await mediatorNames(scope, { caseId }))[0]?.name ?? null
}

const parties = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('party')
    .innerJoin('person', 'person.id', 'party.person_id')
    .select(['party.id', 'party.person_id', 'party.side', 'person.given_name', 'person.family_name', 'person.known_as'])
    .where('party.case_id', '=', caseId)
    .orderBy('party.side'),
)

/** The two equal parties, A first. */
export async function partiesOf(scope: Scope, caseId: Id): Promise<PartyOfCase[]> {
  const rows = await parties(scope, { caseId })
  return rows.map((row) => ({
    partyId: row.id,
    personId: row.person_id,
    side: row.side,
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
  }))
}

const children = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('child')
    .select(['id', 'given_name', 'family_name', 'birth_date'])
    .where('case_id', '=', caseId)
    .orderBy('birth_date')
    .orderBy('given_name'),
)

export async function childrenOf(scope: Scope, caseId: Id): Promise<Child[]> {
  const rows = await children(scope, { caseId })
  return rows.map((row) => ({
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
  }))
}
