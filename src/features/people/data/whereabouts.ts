import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { foldedAddress } from '../domain/folded.ts'
import type { Source } from '../domain/ways.ts'

/** A place where somebody can be found. */
export interface Place {
  readonly kind: 'home' | 'work' | 'school' | 'partner' | 'other'
  readonly address: string
  readonly postcode: string | null
  readonly source: Source
}

export interface HeldPlace extends Place {
  readonly id: Id
  /** Set where letters may go: the contact point says whether that is safe. */
  readonly contactPointId: Id | null
  readonly recordedBy: Id | null
  readonly madeAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
}

/** Adds a place. Reads nothing, so that a purpose that may only add can write it. */
export async function addPlace(
  scope: Scope,
  personId: Id,
  place: Place & { readonly contactPointId?: Id },
): Promise<Id> {
  const id = newId()
  const { kind, address, postcode, source } = place
  await scope.queries
    .insertInto('whereabouts')
    .values({
      ...{ id, person_id: personId, contact_point_id: place.contactPointId ?? null },
      ...{ kind, address, postcode, folded: foldedAddress(address, postcode), source },
    })
    .execute()
  return id
}

/** Where a person is and was, what stands first. Wants a purpose that may read whereabouts. */
export async function placesOf(scope: Scope, personId: Id): Promise<HeldPlace[]> {
  const rows = await scope.queries
    .selectFrom('whereabouts')
    .select(['id', 'contact_point_id', 'kind', 'address', 'postcode', 'source', 'recorded_by', 'made_at', 'ended_at'])
    .where('person_id', '=', personId)
    .orderBy('ended_at', (it) => it.desc().nullsFirst())
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map(({ contact_point_id, recorded_by, made_at, ended_at, ...row }) => ({
    ...row,
    ...{ contactPointId: contact_point_id, recordedBy: recorded_by, madeAt: made_at, endedAt: ended_at },
  }))
}

/** Ends a place that is no address for letters; false when there is none such. Those for letters end with their contact point. */
export async function endPlace(scope: Scope, personId: Id, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('whereabouts')
    .set({ ended_at: scope.now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('contact_point_id', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The lines for an envelope, read when it is addressed; null when the address no longer stands. */
export async function addressLines(scope: Scope, contactPointId: Id): Promise<string | null> {
  const row = await scope.queries
    .selectFrom('whereabouts')
    .select(['address', 'postcode'])
    .where('contact_point_id', '=', contactPointId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? [row.address, row.postcode].filter(Boolean).join('\n') : null
}
