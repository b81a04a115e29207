import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

export interface ContactPoint {
  readonly id: Id
  readonly personId: Id
  readonly kind: 'email' | 'telephone' | 'address'
  readonly value: string
  readonly postcode: string | null
  readonly source: 'self' | 'other_party' | 'referrer' | 'staff'
  readonly safety: Safety
  readonly voicemailSafety: Safety
}

export type Safety = 'safe' | 'unsafe' | 'not_asked'

export interface Person {
  readonly id: Id
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly birthDate: string | null
}

const contactColumns = ['id', 'person_id', 'kind', 'value', 'postcode', 'source', 'safety', 'voicemail_safety'] as const

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
    value: row.value,
    postcode: row.postcode,
    source: row.source,
    safety: row.safety,
    voicemailSafety: row.voicemail_safety,
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

/** The contact point by which this person said that it is safe to write: e-mail first, else an address. Never one not asked about. */
export function safeWayToWrite(points: readonly ContactPoint[]): (ContactPoint & { kind: 'email' | 'address' }) | null {
  const safe = (kind: 'email' | 'address') => points.find((it) => it.kind === kind && it.safety === 'safe')
  return (safe('email') ?? safe('address') ?? null) as (ContactPoint & { kind: 'email' | 'address' }) | null
}
