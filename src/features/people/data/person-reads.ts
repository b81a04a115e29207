import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { ContactPoint } from '../domain/ways.ts'

export interface Person {
  readonly id: Id
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly birthDate: string | null
}

const contactColumns = [
  ...(['id', 'person_id', 'kind', 'value', 'source', 'safety', 'voicemail_safety', 'confirmed_at'] as const),
] as const

/** A person's contact details that still stand. Wants a purpose that may read them. */
export async function contactPointsOf(scope: Scope, personId: Id): Promise<ContactPoint[]> {
  const rows = await scope.queries
    .selectFrom('contact_point')
    .select(contactColumns)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('kind')
    .orderBy('made_at')
    .execute()
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

export async function personOf(scope: Scope, personId: Id): Promise<Person | null> {
  const row = await scope.queries
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name', 'known_as', 'birth_date'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  const { id, given_name: givenName, family_name: familyName, known_as: knownAs, birth_date: birthDate } = row
  return { id, givenName, familyName, knownAs, birthDate }
}
