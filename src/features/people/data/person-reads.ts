import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { ContactPoint, Source } from '../domain/ways.ts'

export interface Person {
  readonly id: Id
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  /** What they were called before, so that they are known again. */
  readonly formerNames: string | null
  readonly birthDate: string | null
}

const contactColumns = [
  ...(['id', 'person_id', 'kind', 'value', 'source', 'safety', 'voicemail_safety', 'confirmed_at'] as const),
] as const

const standingPoints = question((queries, { personId }: { readonly personId: Id }) =>
  queries
    .selectFrom('contact_point')
    .select(contactColumns)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('kind')
    .orderBy('made_at'),
)

/** A person's contact details that still stand. Wants a purpose that may read them. */
export async function contactPointsOf(scope: Scope, personId: Id): Promise<ContactPoint[]> {
  const rows = await standingPoints(scope, { personId })
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    value: row.value ?? '',
    source: row.source,
    safety: row.safety,
    voicemailSafety: row.voicemail_safety,
    confirmedAt: row.confirmed_at,
  }))
}

const people = question((queries, { personId }: { readonly personId: Id }) =>
  queries
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name', 'known_as', 'former_names', 'birth_date'])
    .where('id', '=', personId),
)

export async function personOf(scope: Scope, personId: Id): Promise<Person | null> {
  const [row] = await people(scope, { personId })
  if (!row) return null
  const { id, given_name: givenName, family_name: familyName, known_as: knownAs } = row
  return { id, givenName, familyName, knownAs, formerNames: row.former_names, birthDate: row.birth_date }
}

export interface PersonCorrection {
  readonly field: 'given_name' | 'family_name' | 'known_as' | 'former_names' | 'birth_date'
  readonly was: string | null
  readonly became: string | null
  readonly saidBy: Source
  readonly correctedBy: Id | null
  readonly correctedAt: Temporal.Instant
}

/** What was put right about a person, the newest first. */
export async function correctionsOf(scope: Scope, personId: Id): Promise<PersonCorrection[]> {
  const rows = await scope.queries
    .selectFrom('person_correction')
    .select(['field', 'was', 'became', 'said_by', 'corrected_by', 'corrected_at'])
    .where('person_id', '=', personId)
    .orderBy('corrected_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ said_by: saidBy, corrected_by: correctedBy, corrected_at: correctedAt, ...row }) => ({
    ...row,
    ...{ saidBy, correctedBy, correctedAt },
  }))
}

const confirmedLast = question((queries, { people }: { readonly people: readonly Id[] }) =>
  queries
    .selectFrom('details_confirmed')
    .select(['person_id'])
    .select((is) => is.fn.max('confirmed_at').as('at'))
    .where('person_id', 'in', people)
    .groupBy('person_id'),
)

/** When each person's details were last gone through with them; who is missing never was asked. */
export async function lastConfirmed(scope: Scope, people: readonly Id[]): Promise<ReadonlyMap<Id, Temporal.Instant>> {
  if (people.length === 0) return new Map()
  const rows = await confirmedLast(scope, { people })
  return new Map(rows.map((row) => [row.person_id, row.at]))
}
