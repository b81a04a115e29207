import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { availability, type TakenTime } from '../../availability/index.ts'
import { rooms } from '../../settings/index.ts'
import {
  type FreeSlot,
  type MeetingPlace,
  nextFreeSlots,
  searchedUntil,
  type WantedSlots,
} from '../domain/free-times.ts'

/** When mediators or rooms are taken, in whichever case: times and places alone. */
export async function takenTimes(
  scope: Scope,
  what: { readonly mediatorIds: readonly Id[]; readonly roomIds: readonly Id[] },
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<TakenTime[]> {
  const { rows } = await sql<{
    mediator_id: Id
    room_id: Id | null
    venue_id: Id | null
    starts_at: Temporal.Instant
    ends_at: Temporal.Instant
  }>`
    SELECT mediator_id, room_id, venue_id, starts_at, ends_at
      FROM ev.taken_times(${[...what.mediatorIds]}::uuid[], ${[...what.roomIds]}::uuid[], ${from}, ${until})`.execute(
    scope.queries,
  )
  return rows.map((row) => ({
    mediatorId: row.mediator_id,
    roomId: row.room_id,
    venueId: row.venue_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }))
}

/** Where free slots are wanted: in one room, in any room of a place, or by telephone. */
export type WantedPlace = { readonly roomId: Id } | { readonly venueId: Id } | 'telephone'

/**
 * The next free slots of a mediator for so many minutes at a place, from an instant on and never in the past: when they work, are not
 * away and can get there, and no bank holiday is. What is free now may be taken when it is booked. Needs the purpose of booking, in
 * the office or in the background; a party sees nothing through it.
 */
export async function freeSlots(
  scope: Scope,
  wanted: Omit<WantedSlots, 'places'> & { readonly place: WantedPlace },
): Promise<FreeSlot[]> {
  const from = Temporal.Instant.compare(wanted.from, scope.now) < 0 ? scope.now : wanted.from
  const until = searchedUntil(from)
  const places = await placesOf(scope, wanted.place)
  const roomIds = places.flatMap((it) => it.roomId ?? [])
  const [known, taken] = await Promise.all([
    availability(scope, { from, until }),
    takenTimes(scope, { mediatorIds: [wanted.mediatorId], roomIds }, from.subtract({ hours: 24 }), until),
  ])
  return nextFreeSlots(known, taken, { ...wanted, from, places })
}

async function placesOf(scope: Scope, place: WantedPlace): Promise<MeetingPlace[]> {
  if (place === 'telephone') return [{ roomId: null, venueId: null }]
  const all = await rooms(scope)
  return all
    .filter((it) => ('roomId' in place ? it.id === place.roomId : it.venue.id === place.venueId))
    .map((it) => ({ roomId: it.id, venueId: it.venue.id }))
}
