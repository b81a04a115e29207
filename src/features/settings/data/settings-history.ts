import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Price } from '../domain/prices.ts'
import type { Registration } from '../domain/registration.ts'
import type { Venue } from './settings-reads.ts'

/** Something that was set, when and by whom; null where the software set it. */
export type Recorded<Value> = Value & { readonly at: Temporal.Instant; readonly by: Id | null }

export interface Place extends Venue {
  readonly inUse: boolean
  readonly rooms: readonly { readonly id: Id; readonly name: string; readonly inUse: boolean }[]
}

/** How far back a page shows. The rows themselves are kept for as long as the policy says. */
const mostShown = 50

/** What some settings said, newest first. Needs a purpose that reads `service.settings`. */
export async function settingHistory(
  scope: Scope,
  keys: readonly string[],
): Promise<Recorded<{ key: string; value: string }>[]> {
  const rows = await scope.queries
    .selectFrom('setting')
    .select(['key', 'value', 'in_force_from', 'changed_by'])
    .where('key', 'in', [...keys])
    .orderBy('in_force_from', 'desc')
    .orderBy('turn', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({ key: row.key, value: row.value, at: row.in_force_from, by: row.changed_by }))
}

export async function priceHistory(scope: Scope): Promise<Recorded<Price>[]> {
  const rows = await scope.queries
    .selectFrom('price')
    .select(['item', 'amount_pence', 'in_force_from', 'recorded_at', 'recorded_by'])
    .orderBy('in_force_from', 'desc')
    .orderBy('turn', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    item: row.item,
    amountPence: row.amount_pence,
    inForceFrom: row.in_force_from,
    at: row.recorded_at,
    by: row.recorded_by,
  }))
}

/** Every place with its rooms, those in use first. */
export async function allPlaces(scope: Scope): Promise<Place[]> {
  const [venues, rooms] = await Promise.all([
    scope.queries
      .selectFrom('venue')
      .select(['id', 'name', 'address', 'postcode', 'arriving', 'retired_at'])
      .select('separate_waiting as separateWaiting')
      .orderBy('name')
      .execute(),
    scope.queries.selectFrom('room').select(['id', 'venue_id', 'name', 'retired_at']).orderBy('name').execute(),
  ])
  const places = venues.map(({ retired_at, ...venue }) => ({
    ...venue,
    inUse: retired_at === null,
    rooms: rooms
      .filter((room) => room.venue_id === venue.id)
      .map((room) => ({ id: room.id, name: room.name, inUse: room.retired_at === null })),
  }))
  return places.toSorted((one, other) => Number(other.inUse) - Number(one.inUse))
}

/** How a place was described before, newest first. */
export async function formerDescriptions(scope: Scope, venueId: Id): Promise<Recorded<Omit<Venue, 'id'>>[]> {
  const rows = await scope.queries
    .selectFrom('venue_former')
    .select(['name', 'address', 'postcode', 'arriving', 'until', 'changed_by'])
    .select('separate_waiting as separateWaiting')
    .where('venue_id', '=', venueId)
    .orderBy('until', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ until, changed_by, ...rest }) => ({ ...rest, at: until, by: changed_by }))
}

/** Every registration that was recorded, newest first; of one mediator where named. */
export async function registrations(
  scope: Scope,
  staffId?: Id,
): Promise<Recorded<Registration & { readonly staffId: Id }>[]> {
  let query = scope.queries
    .selectFrom('mediator_registration')
    .select(['staff_id', 'number', 'kind', 'valid_until', 'hears_children', 'recorded_at', 'recorded_by'])
    .orderBy('recorded_at', 'desc')
    .orderBy('turn', 'desc')
  if (staffId) query = query.where('staff_id', '=', staffId)
  const rows = await query.execute()
  return rows.map((row) => ({
    staffId: row.staff_id,
    number: row.number,
    kind: row.kind,
    validUntil: row.valid_until,
    hearsChildren: row.hears_children,
    at: row.recorded_at,
    by: row.recorded_by,
  }))
}

/** Of registrations newest first, the newest of each mediator. */
export const newestOfEach = <One extends { readonly staffId: Id }>(newestFirst: readonly One[]): Map<Id, One> => {
  const newest = new Map<Id, One>()
  for (const one of newestFirst) if (!newest.has(one.staffId)) newest.set(one.staffId, one)
  return newest
}

/** A mediator who cannot sign certificates, or soon will not: without a registration, or with one that is ending. */
export interface RegistrationToRenew {
  readonly staffId: Id
  readonly name: string
  /** Null where none was recorded. */
  readonly validUntil: Temporal.PlainDate | null
}

/** Whose registration is missing, has ended, or ends by a day; the most urgent first. */
export async function registrationsToRenew(
  scope: Scope,
  mediators: readonly { readonly id: Id; readonly name: string }[],
  by: Temporal.PlainDate,
): Promise<RegistrationToRenew[]> {
  const newest = newestOfEach(await registrations(scope))
  return mediators
    .map(({ id, name }) => {
      const until = newest.get(id)?.validUntil
      return { staffId: id, name, validUntil: until ? Temporal.PlainDate.from(until) : null }
    })
    .filter((it) => it.validUntil === null || Temporal.PlainDate.compare(it.validUntil, by) <= 0)
    .toSorted((one, other) => String(one.validUntil ?? '').localeCompare(String(other.validUntil ?? '')))
}
