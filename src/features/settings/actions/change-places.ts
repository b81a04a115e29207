import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { addRoom, addVenue, describeVenue, setInUse, type VenueDescription } from '../data/settings-writes.ts'

export type PlaceReason = 'nameTaken' | 'noSuch'
type Change = (scope: Scope) => Promise<Outcome<Readonly<Record<string, string>>, PlaceReason>>

/** Two places, or two rooms of a place, that are in use cannot bear one name. */
const refusals = { venue_name: 'nameTaken', room_name: 'nameTaken', room_venue_id_fkey: 'noSuch' } as const

const change = (desk: Desk<PurposeKey>, actor: Id, act: { readonly key: Id; readonly deed: string }, work: Change) =>
  desk.act<PlaceReason>(actor, { purpose: 'administration', ...act, refusals }, work)

/** A new place where people are met. */
export const openVenue = (desk: Desk<PurposeKey>, actor: Id, input: { key: Id; venue: VenueDescription }) =>
  change(desk, actor, { key: input.key, deed: 'settings.place-added' }, async (scope) =>
    done({ venueId: await addVenue(scope, input.venue) }),
  )

/** Says something else of a place; what was said is kept. */
export const correctVenue = (desk: Desk<PurposeKey>, actor: Id, input: { key: Id; id: Id; venue: VenueDescription }) =>
  change(desk, actor, { key: input.key, deed: 'settings.place-corrected' }, async (scope) =>
    (await describeVenue(scope, input.id, input.venue)) ? done({ venueId: input.id }) : refused('noSuch'),
  )

/** A new room of a place. */
export const openRoom = (desk: Desk<PurposeKey>, actor: Id, input: { key: Id; venueId: Id; name: string }) =>
  change(desk, actor, { key: input.key, deed: 'settings.room-added' }, async (scope) =>
    done({ roomId: await addRoom(scope, input.venueId, input.name) }),
  )

/** Stops or resumes the use of a place or a room. What is booked there stays booked. */
export const useAgainOrStop = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { key: Id; what: 'venue' | 'room'; id: Id; inUse: boolean },
) =>
  change(
    desk,
    actor,
    { key: input.key, deed: input.what === 'venue' ? 'settings.place-use-changed' : 'settings.room-use-changed' },
    async (scope) =>
      (await setInUse(scope, input.what, input.id, input.inUse)) ? done({ id: input.id }) : refused('noSuch'),
  )
