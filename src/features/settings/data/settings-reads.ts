import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { type MeetingHours, meetingHoursKey, readMeetingHours } from '../domain/meeting-hours.ts'
import { pageWording, type WordingKey, wordingKeys } from '../domain/page-wording.ts'
import { type Price, pricesOn } from '../domain/prices.ts'
import type { Registration } from '../domain/registration.ts'
import { type DetailName, detailKeys, serviceDetails } from '../domain/service-details.ts'

export interface Venue {
  readonly id: Id
  readonly name: string
  readonly address: string
  readonly postcode: string
  /** How to get there and in; may be empty. */
  readonly arriving: string
  /** Whether two people can wait in two rooms there. */
  readonly separateWaiting: boolean
}

export interface Room {
  readonly id: Id
  readonly name: string
  readonly venue: Venue
}

/** What the service says of itself to everybody, as it is in force. Texts are empty where nothing was set. */
export type PublishedSettings = Readonly<Record<DetailName, string>> & {
  readonly textFor: Readonly<Record<WordingKey, string>>
  readonly prices: readonly Price[]
  readonly venues: readonly Venue[]
}

/** The value of every setting in force at the service's time. */
export async function settingsInForce(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.queries
    .selectFrom('setting')
    .distinctOn('key')
    .select(['key', 'value'])
    .where('in_force_from', '<=', scope.now)
    .orderBy('key')
    .orderBy('in_force_from', 'desc')
    .orderBy('turn', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.key, row.value]))
}

/** When the service holds meetings, at its own time. Needs a purpose that reads `service.published`. */
export async function meetingHours(scope: Scope): Promise<MeetingHours> {
  const row = await scope.queries
    .selectFrom('setting')
    .select('value')
    .where('key', '=', meetingHoursKey)
    .where('in_force_from', '<=', scope.now)
    .orderBy('in_force_from', 'desc')
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return readMeetingHours(row?.value)
}

/** All prices, the newest first, and of those from one day the one recorded last. */
export async function allPrices(scope: Scope): Promise<Price[]> {
  const rows = await scope.queries
    .selectFrom('price')
    .select(['item', 'amount_pence', 'in_force_from'])
    .orderBy('in_force_from', 'desc')
    .orderBy('turn', 'desc')
    .execute()
  return rows.map((row) => ({ item: row.item, amountPence: row.amount_pence, inForceFrom: row.in_force_from }))
}

/** Places in use, by name. */
export async function venuesInUse(scope: Scope): Promise<Venue[]> {
  return scope.queries
    .selectFrom('venue')
    .select(['id', 'name', 'address', 'postcode', 'arriving', 'separate_waiting as separateWaiting'])
    .where('retired_at', 'is', null)
    .orderBy('name')
    .execute()
}

/** Everything that the website and letters say of the service. Needs a purpose that reads `service.published`. */
export async function readPublished(scope: Scope): Promise<PublishedSettings> {
  const [settings, prices, venues] = await Promise.all([settingsInForce(scope), allPrices(scope), venuesInUse(scope)])
  const details = detailKeys.map((key) => [serviceDetails[key].of, settings.get(key) ?? ''])
  const wording = wordingKeys.map((key) => [key, settings.get(`text.${key}`) ?? pageWording[key].text])
  return {
    ...(Object.fromEntries(details) as Record<DetailName, string>),
    textFor: Object.fromEntries(wording) as Record<WordingKey, string>,
    prices: pricesOn(prices, todayInLondon(scope.now)),
    venues,
  }
}

/** Rooms in use with where they are. Needs a purpose that reads `service.settings`. */
export async function rooms(scope: Scope): Promise<Room[]> {
  const rows = await scope.queries
    .selectFrom('room')
    .innerJoin('venue', 'venue.id', 'room.venue_id')
    .select(['room.id', 'room.name', 'venue.id as venueId', 'venue.name as venueName'])
    .select(['venue.address', 'venue.postcode', 'venue.arriving', 'venue.separate_waiting'])
    .where('room.retired_at', 'is', null)
    .where('venue.retired_at', 'is', null)
    .orderBy('venue.name')
    .orderBy('room.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    venue: {
      id: row.venueId,
      name: row.venueName,
      address: row.address,
      postcode: row.postcode,
      arriving: row.arriving,
      separateWaiting: row.separate_waiting,
    },
  }))
}

/** A mediator's registration as it was recorded last; null when none was. Whether it still holds is for the caller to ask. */
export async function registrationOf(scope: Scope, staffId: Id): Promise<Registration | null> {
  const row = await scope.queries
    .selectFrom('mediator_registration')
    .select(['number', 'kind', 'valid_until'])
    .where('staff_id', '=', staffId)
    .where('recorded_at', '<=', scope.now)
    .orderBy('recorded_at', 'desc')
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { number: row.number, kind: row.kind, validUntil: row.valid_until } : null
}
