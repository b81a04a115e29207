import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { AppointmentKind, Means } from '../../bookings/index.ts'
import type { OwnMeeting, OwnOffer, OwnTime } from '../domain/own-offer.ts'

interface Row {
  readonly offer_id: Id
  readonly zone: 'A' | 'B' | 'both'
  readonly kind: AppointmentKind
  readonly means: Means
  readonly answer_by: string
  readonly said_times: Id[] | null
  readonly said_words: string | null
  readonly time_id: Id | null
  readonly starts_at: Temporal.Instant
  readonly ends_at: Temporal.Instant
  readonly mediator: string
  readonly place: string | null
  readonly address: string | null
  readonly postcode: string | null
}

/** What is offered to a party and still open. Wants the party as actor; what the other has or said is not selected. */
export async function ownOffers(scope: Scope): Promise<OwnOffer[]> {
  const { rows } = await sql<Row>`
    SELECT offer_id, zone, kind, means, answer_by::text, said_times, said_words, time_id, starts_at, ends_at, mediator, place, address, postcode
      FROM ev.own_offers()`.execute(scope.queries)
  const found = new Map<Id, OwnOffer>()
  for (const row of rows) {
    const before = found.get(row.offer_id)
    const time = timeOf(row)
    found.set(row.offer_id, {
      id: row.offer_id,
      kind: row.kind,
      forBoth: row.zone === 'both',
      means: row.means,
      answerBy: Temporal.PlainDate.from(row.answer_by),
      times: [...(before?.times ?? []), ...(time ? [time] : [])],
      said: row.said_times && { times: row.said_times, words: row.said_words ?? '' },
    })
  }
  return [...found.values()]
}

const timeOf = (row: Row): OwnTime | null =>
  row.time_id && {
    id: row.time_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    mediator: row.mediator,
    place: [row.place, row.address, row.postcode].filter(Boolean).join(', ').replaceAll('\n', ', ') || null,
  }

export type Taking = 'booked' | 'taken' | 'ended' | 'no-such-time'

/** Takes a time for an own meeting. */
export async function takeOfferedTime(
  scope: Scope,
  timeId: Id,
): Promise<{ readonly outcome: Taking; readonly appointmentId: Id | null }> {
  const { rows } = await sql<{ outcome: Taking; appointment_id: Id | null }>`
    SELECT outcome, appointment_id FROM ev.take_offered_time(${timeId})`.execute(scope.queries)
  const [row] = rows
  return { outcome: row?.outcome ?? 'no-such-time', appointmentId: row?.appointment_id ?? null }
}

/** False: no such offer for them, or it is over. */
export async function sayTimes(
  scope: Scope,
  answer: { readonly offerId: Id; readonly times: readonly Id[]; readonly words: string },
): Promise<boolean> {
  const { rows } = await sql<{ said: boolean }>`
    SELECT ev.answer_offer(${answer.offerId}, ${[...answer.times]}::uuid[], ${answer.words}) AS said`.execute(
    scope.queries,
  )
  return rows[0]?.said ?? false
}

/** A meeting of theirs that is still to come; null when it is none. */
export async function ownMeeting(scope: Scope, attendanceId: Id): Promise<OwnMeeting | null> {
  const { rows } = await sql<{
    kind: AppointmentKind
    starts_at: Temporal.Instant
    arrives_at: Temporal.Instant | null
    notice_days: number | null
    share_percent: number | null
  }>`SELECT kind, starts_at, arrives_at, notice_days, share_percent FROM ev.own_meeting(${attendanceId})`.execute(
    scope.queries,
  )
  const [row] = rows
  if (!row) return null
  const { notice_days: noticeDays, share_percent: sharePercent } = row
  return {
    kind: row.kind,
    startsAt: row.arrives_at ?? row.starts_at,
    rule: noticeDays === null || sharePercent === null ? null : { noticeDays, sharePercent },
  }
}

/** Cancels it; null when there was nothing to cancel. */
export async function cancelOwnMeeting(scope: Scope, attendanceId: Id): Promise<Id | null> {
  const { rows } = await sql<{ id: Id | null }>`SELECT ev.cancel_own_meeting(${attendanceId}) AS id`.execute(
    scope.queries,
  )
  return rows[0]?.id ?? null
}
