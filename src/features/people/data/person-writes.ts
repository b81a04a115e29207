import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { folded } from '../domain/folded.ts'
import type { ContactPoint, Safety, Source } from '../domain/ways.ts'
import { type Person, personOf } from './person-reads.ts'
import { addPlace } from './whereabouts.ts'

/** Former names that nobody spoke of stay as they are. */
export type NewPerson = Omit<Person, 'id' | 'formerNames'> & Partial<Pick<Person, 'formerNames'>>

export interface NewContactPoint {
  readonly kind: ContactPoint['kind']
  /** For an address its lines, which are kept apart from the contact point. */
  readonly value: string
  readonly postcode: string | null
  readonly source: ContactPoint['source']
  readonly safety: Safety
  readonly voicemailSafety: Safety
  /** The one whose place it takes. */
  readonly replacesId?: Id
}

/** Adds a person. The row rules let nobody read it back before they are a party to a case, so the identifier is made here. */
export async function addPerson(scope: Scope, person: NewPerson): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('person')
    .values({ id, ...columnsOf(person) })
    .execute()
  return id
}

export async function addContactPoint(scope: Scope, personId: Id, point: NewContactPoint): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('contact_point')
    .values({
      id,
      person_id: personId,
      kind: point.kind,
      ...(point.kind === 'address' ? {} : { value: point.value, value_folded: folded(point.kind, point.value) }),
      source: point.source,
      safety: point.safety,
      voicemail_safety: point.voicemailSafety,
      replaces_id: point.replacesId ?? null,
    })
    .execute()
  const { value: address, postcode, source } = point
  if (point.kind === 'address')
    await addPlace(scope, personId, { kind: 'home', address, postcode, source, contactPointId: id })
  return id
}

/**
 * Changes who a person is on record, and keeps what was, what is, and who said so; false when there is no such person for the one who
 * acts. `requestId`: by which request of the person.
 */
export async function correctPerson(
  scope: Scope,
  personId: Id,
  person: NewPerson,
  saidBy: Source = 'staff',
  requestId: Id | null = null,
): Promise<boolean> {
  const before = await personOf(scope, personId)
  if (!before) return false
  await scope.queries.updateTable('person').set(columnsOf(person)).where('id', '=', personId).execute()
  const [was, became] = [columnsOf(before), columnsOf(person)]
  for (const field of ['given_name', 'family_name', 'known_as', 'former_names', 'birth_date'] as const) {
    if (became[field] === undefined || was[field] === became[field]) continue
    const change = {
      id: newId(),
      person_id: personId,
      field,
      was: was[field] ?? null,
      became: became[field],
      said_by: saidBy,
      ...(requestId ? { request_id: requestId } : {}),
    }
    await scope.queries.insertInto('person_correction').values(change).execute()
  }
  return true
}

const columnsOf = (person: NewPerson) => ({
  given_name: person.givenName,
  family_name: person.familyName,
  known_as: person.knownAs,
  ...(person.formerNames === undefined ? {} : { former_names: person.formerNames }),
  birth_date: person.birthDate,
})

/** Says that a person's details were gone through with them now. */
export async function recordConfirmed(scope: Scope, personId: Id): Promise<void> {
  await scope.queries.insertInto('details_confirmed').values({ id: newId(), person_id: personId }).execute()
}

/** Says anew whether a way of contact is safe; false when there is no such contact point. */
export async function setSafety(scope: Scope, pointId: Id, safety: Safety, voicemailSafety: Safety): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('contact_point')
    .set({ safety, voicemail_safety: voicemailSafety })
    .where('id', '=', pointId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The person said themselves that a detail given by somebody else is right; from then on it is theirs to call safe. */
export async function confirmContactPoint(scope: Scope, pointId: Id): Promise<void> {
  await scope.queries
    .updateTable('contact_point')
    .set({ confirmed_at: scope.now })
    .where('id', '=', pointId)
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .execute()
}

/** Ends a contact point: it is used for nothing more, and never filled in again. */
export async function endContactPoint(scope: Scope, pointId: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('contact_point')
    .set({ ended_at: scope.now })
    .where('id', '=', pointId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
