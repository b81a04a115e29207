import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type ContactPoint, contactPointsOf, folded } from '../../people/index.ts'
import type { Comparable } from '../domain/agreement.ts'
import { type OnRecord, readFound } from './read-found.ts'

/** A person as they are on record: who, in which cases, and how they are reached. */
export interface RecordOfPerson extends OnRecord, Comparable {
  readonly points: readonly ContactPoint[]
}

/** Two or more people, in the order asked for; those who are not there for the person acting are left out. */
export async function recordsOf(scope: Scope, ids: readonly Id[]): Promise<RecordOfPerson[]> {
  const found = await readFound(
    scope,
    ids.map((id) => ({ source: 'party', id, byName: null, details: [] })),
  )
  const records: RecordOfPerson[] = []
  for (const id of ids) {
    const person = found.find((it) => it.id === id)
    // Whoever is in no case is on record no longer, or went into another record.
    if (!person || person.cases.length === 0) continue
    const points = await contactPointsOf(scope, id)
    const ways = points.map((it) => ({ kind: it.kind, form: it.kind === 'address' ? '' : folded(it.kind, it.value) }))
    records.push({ ...person, points, ways })
  }
  return records
}

/** Whether two people live together, as far as is noted: the database compares, and tells no address. */
export async function homeOf(scope: Scope, one: Id, other: Id): Promise<'address' | 'postcode' | null> {
  const { rows } = await sql<{ home: 'address' | 'postcode' | null }>`
    SELECT ev.live_together(${one}, ${other}) AS home`.execute(scope.queries)
  return rows[0]?.home ?? null
}
