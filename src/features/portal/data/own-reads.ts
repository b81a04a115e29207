import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { contactPointsOf, isTold, safeContactHistory } from '../../people/index.ts'
import type { OwnAppointment, OwnDocument, OwnWays } from '../domain/own.ts'

/**
 * A party's own appointments in the order of time, joined through their own part in each: of the other's part, of who asked for what
 * and of how often something changed nothing is selected. Wants the party as actor; the row rules give them no other rows.
 */
export async function ownAppointments(scope: Scope): Promise<OwnAppointment[]> {
  const rows = await scope.queries
    .selectFrom('attendance as t')
    .innerJoin('appointment as a', 'a.id', 't.appointment_id')
    .leftJoin('staff as s', 's.id', 'a.mediator_id')
    .leftJoin('room as r', 'r.id', 'a.room_id')
    .leftJoin('venue as v', 'v.id', 'r.venue_id')
    .select(['a.kind', 'a.means', 'a.starts_at', 'a.ends_at', 'a.status', 't.status as own_status', 't.id'])
    .select(['t.arrives_at', 't.leaves_at'])
    .select(['s.name as mediator', 'v.name as venue', 'v.address', 'v.postcode', 'v.arriving'])
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    attendanceId: row.id,
    kind: row.kind,
    means: row.means,
    startsAt: row.arrives_at ?? row.starts_at,
    endsAt: row.leaves_at ?? row.ends_at,
    mediator: row.mediator ?? '',
    place:
      row.means === 'room'
        ? {
            name: row.venue ?? '',
            address: [row.address, row.postcode].filter(Boolean).join('\n'),
            arriving: row.arriving,
          }
        : null,
    takesPlace: row.status !== 'cancelled' && row.own_status !== 'cancelled' && row.own_status !== 'called_off',
  }))
}

/**
 * How the service may reach this party, as they said it. What somebody else told us of them is not theirs to see here: it would say
 * that it was told.
 */
export async function ownWays(scope: Scope): Promise<OwnWays> {
  const { actor } = scope
  if (!actor) return { points: [], card: null }
  const points = await contactPointsOf(scope, actor)
  const cards = await safeContactHistory(scope, actor)
  const card = cards.find((it) => it.saidBy === 'self' || it.saidBy === 'staff') ?? null
  return { points: points.filter((it) => !isTold(it)), card }
}

/** The documents that were let go to this party or to both, the newest first. */
export async function ownDocuments(scope: Scope): Promise<OwnDocument[]> {
  const rows = await scope.queries
    .selectFrom('stored_file as f')
    .leftJoin('miam_certificate as m', 'm.file_id', 'f.id')
    .select(['f.id', 'f.name', 'f.zone', 'f.legal_quality', 'f.size_bytes', 'f.added_at'])
    .select(['m.number', 'm.valid_until'])
    .where('f.status', '=', 'released')
    .orderBy('f.added_at', 'desc')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id,
    name: row.name,
    forBoth: row.zone === 'both',
    legalQuality: row.legal_quality,
    sizeBytes: row.size_bytes,
    addedAt: row.added_at,
    certificate: row.number === null ? null : { number: row.number, validUntil: row.valid_until ?? '' },
  }))
}
