import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'

/** The code of a place in claims for legal aid, from a day on; null: no outreach place from that day. */
export interface OutreachCode {
  readonly venueId: Id
  readonly code: string | null
  /** ISO date. */
  readonly inForceFrom: string
}

/** All outreach codes, the newest first. Needs a purpose that reads `service.settings`. */
export async function outreachCodes(scope: Scope, venueId?: Id): Promise<OutreachCode[]> {
  let query = scope.queries
    .selectFrom('outreach_code')
    .select(['venue_id', 'code', 'in_force_from'])
    .orderBy('in_force_from', 'desc')
    .orderBy('turn', 'desc')
  if (venueId) query = query.where('venue_id', '=', venueId)
  const rows = await query.execute()
  return rows.map((row) => ({ venueId: row.venue_id, code: row.code, inForceFrom: row.in_force_from }))
}

/** The code of a place on a day, of codes the newest first; null where it is no outreach place then. */
export const outreachCodeOn = (
  codes: readonly OutreachCode[],
  venueId: string,
  day: Temporal.PlainDate,
): string | null => codes.find((it) => it.venueId === venueId && it.inForceFrom <= day.toString())?.code ?? null

/** Records a code from a day on. What was said of other days stays. */
export async function addOutreachCode(scope: Scope, { venueId, code, inForceFrom }: OutreachCode): Promise<void> {
  await scope.queries
    .insertInto('outreach_code')
    .values({ id: newId(), venue_id: venueId, code, in_force_from: inForceFrom })
    .execute()
}

const pairOf = (one: Id, other: Id) => (one < other ? ([one, other] as const) : ([other, one] as const))

/** How many minutes it takes between two places, the same both ways; 0 where nobody said. */
export async function travelTimes(scope: Scope): Promise<(one: Id, other: Id) => number> {
  const rows = await scope.queries.selectFrom('travel_time').select(['one_venue', 'other_venue', 'minutes']).execute()
  const known = new Map(rows.map((row) => [`${row.one_venue} ${row.other_venue}`, row.minutes]))
  return (one, other) => known.get(pairOf(one, other).join(' ')) ?? 0
}

/** Says how long it takes between two places, or says it anew. */
export async function setTravelTime(scope: Scope, one: Id, other: Id, minutes: number): Promise<void> {
  const [first, second] = pairOf(one, other)
  await scope.queries
    .insertInto('travel_time')
    .values({ id: newId(), one_venue: first, other_venue: second, minutes })
    .onConflict((conflict) => conflict.columns(['one_venue', 'other_venue']).doUpdateSet({ minutes }))
    .execute()
}
