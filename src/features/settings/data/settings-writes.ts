import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Price } from '../domain/prices.ts'
import type { Registration } from '../domain/registration.ts'
import type { Venue } from './settings-reads.ts'
import { settingsInForce } from './settings-reads.ts'

/** What of a place can be said and corrected. */
export type VenueDescription = Omit<Venue, 'id'>

/** Adds a row for each setting that says something new; answers how many. What was stays as it was. */
export async function changeSettings(scope: Scope, wanted: Readonly<Record<string, string>>): Promise<number> {
  const now = await settingsInForce(scope)
  // A detail that nobody set says nothing; wording that nobody set says what it came with.
  const said = (key: string) => now.get(key) ?? (key.startsWith('text.') ? null : '')
  const changed = Object.entries(wanted).filter(([key, value]) => said(key) !== value)
  if (changed.length === 0) return 0
  await scope.queries
    .insertInto('setting')
    .values(changed.map(([key, value]) => ({ key, value })))
    .execute()
  return changed.length
}

export async function addPrice(scope: Scope, price: Price): Promise<void> {
  await scope.queries
    .insertInto('price')
    .values({ item: price.item, amount_pence: price.amountPence, in_force_from: price.inForceFrom })
    .execute()
}

const columnsOf = ({ separateWaiting, ...venue }: VenueDescription) => ({ ...venue, separate_waiting: separateWaiting })

export async function addVenue(scope: Scope, venue: VenueDescription): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('venue')
    .values({ id, ...columnsOf(venue) })
    .execute()
  return id
}

/** Describes a place anew and keeps what was said of it. False when there is no such place. */
export async function describeVenue(scope: Scope, id: Id, venue: VenueDescription): Promise<boolean> {
  const before = await scope.queries
    .selectFrom('venue')
    .select(['name', 'address', 'postcode', 'arriving', 'separate_waiting'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!before) return false
  const after = columnsOf(venue)
  const same = (Object.keys(before) as (keyof typeof before)[]).every((part) => before[part] === after[part])
  if (same) return true
  await scope.queries
    .insertInto('venue_former')
    .values({ venue_id: id, ...before })
    .execute()
  await scope.queries.updateTable('venue').set(after).where('id', '=', id).execute()
  return true
}

export async function addRoom(scope: Scope, venueId: Id, name: string): Promise<Id> {
  const id = newId()
  await scope.queries.insertInto('room').values({ id, venue_id: venueId, name }).execute()
  return id
}

/** Stops or resumes the use of a place or a room. False when there is none such. */
export async function setInUse(scope: Scope, what: 'venue' | 'room', id: Id, inUse: boolean): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable(what)
    .set({ retired_at: inUse ? null : scope.now })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addRegistration(scope: Scope, staffId: Id, registration: Registration): Promise<void> {
  const { number, kind, validUntil } = registration
  await scope.queries
    .insertInto('mediator_registration')
    .values({
      staff_id: staffId,
      number,
      kind,
      valid_until: validUntil,
      hears_children: registration.hearsChildren ?? false,
    })
    .execute()
}
