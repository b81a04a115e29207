import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { startOfDayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { firstWay, type HeldWay, heldAmong, placeOf, type WayRow } from '../../requests/index.ts'
import type { WholeComplaint } from './complaint-reads.ts'

/** By which way, held before the complaint came, somebody of its file is written to; null when none is safe. */
export async function wayOf(scope: Scope, { complaint }: WholeComplaint, personId: Id): Promise<HeldWay | null> {
  const place = await placeOf(scope, personId)
  if (!place) return null
  const { rows } = await sql<WayRow>`
    SELECT id, kind, value, source, safety, voicemail_safety, confirmed_at, made_at, shared, card
      FROM ev.ways_of_complaint(${complaint.id}, ${personId})`.execute(scope.queries)
  return firstWay(place, heldAmong(rows, personId, startOfDayInLondon(complaint.receivedOn)))
}

/** The other party of the latest file of whoever complained; null when it is not known who that is. */
export async function otherPartyOf(scope: Scope, personId: Id) {
  const place = await placeOf(scope, personId)
  if (!place) return null
  const row = await scope.queries
    .selectFrom('party as p')
    .innerJoin('person as n', 'n.id', 'p.person_id')
    .select(['p.person_id', 'n.given_name', 'n.family_name'])
    .where('p.case_id', '=', place.caseId)
    .where('p.person_id', '<>', personId)
    .limit(1)
    .executeTakeFirst()
  if (!row?.person_id) return null
  return { personId: row.person_id, name: `${row.given_name} ${row.family_name}`.trim() }
}
