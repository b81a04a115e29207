import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addOutreachCode, setTravelTime } from '../data/place-details.ts'

/** Records the code that a place has in claims for legal aid, from a day on; null: it is no outreach place from then. */
export function recordOutreachCode(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly venueId: Id; readonly code: string | null; readonly inForceFrom: string },
) {
  const { key, venueId } = input
  const refusals = { outreach_code_venue_id_fkey: 'noSuch' } as const
  const deed = { purpose: 'administration', deed: 'settings.outreach-code-recorded', key, refusals } as const
  return desk.act<'noSuch'>(actor, deed, async (scope) => {
    await addOutreachCode(scope, input)
    return done({ venueId })
  })
}

/** Says how long it takes from one place to another, and back. */
export function sayTravelTime(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly from: Id; readonly to: Id; readonly minutes: number },
) {
  const { key, from, to, minutes } = input
  const refusals = { travel_time_one_venue_fkey: 'noSuch', travel_time_other_venue_fkey: 'noSuch' } as const
  const deed = { purpose: 'administration', deed: 'settings.travel-time-set', key, refusals } as const
  return desk.act<'noSuch'>(actor, deed, async (scope) => {
    if (from === to) return refused('noSuch')
    await setTravelTime(scope, from, to, minutes)
    return done({ venueId: from })
  })
}
