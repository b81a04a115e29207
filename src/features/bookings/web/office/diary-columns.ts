import { type OutreachCode, outreachCodeOn, type Room, type Venue } from '../../../settings/index.ts'
import type { Appointment } from '../../data/appointment-reads.ts'
import type { DiaryBy } from '../../domain/diary-days.ts'

export interface DiaryColumn {
  readonly key: string
  readonly name: string
}

export type DiaryEntry = Appointment & { readonly column: string }

/** What there may be a column for. */
export interface DiaryPlaces {
  readonly mediators: readonly { readonly id: string; readonly name: string }[]
  readonly rooms: readonly Room[]
  readonly codes: readonly OutreachCode[]
  /** The codes are those of this day. */
  readonly day: Temporal.PlainDate
}

const telephone: DiaryColumn = { key: 'telephone', name: 'Telephone' }

export function columnOf(by: DiaryBy, appointment: Appointment): string {
  if (by === 'mediator') return appointment.mediatorId
  if (by === 'room') return appointment.roomId ?? telephone.key
  return appointment.room?.venueId ?? telephone.key
}

/** Each mediator, room or place of today, and those of former days that still have something here. */
export function diaryColumns(by: DiaryBy, appointments: readonly Appointment[], places: DiaryPlaces): DiaryColumn[] {
  const usual = usualColumns(by, places)
  if (by === 'outreach') return usual
  const former = appointments
    .filter((it) => !usual.some((column) => column.key === columnOf(by, it)))
    .map((it) => ({ key: columnOf(by, it), name: formerName(by, it) }))
  return [...usual, ...new Map(former.map((it) => [it.key, it])).values()]
}

function usualColumns(by: DiaryBy, { mediators, rooms, codes, day }: DiaryPlaces): DiaryColumn[] {
  if (by === 'mediator') return mediators.map((it) => ({ key: it.id, name: it.name }))
  if (by === 'room') return [...rooms.map((it) => ({ key: it.id, name: `${it.name}, ${it.venue.name}` })), telephone]
  const venues = [...new Map(rooms.map((it) => [it.venue.id, it.venue])).values()]
  if (by === 'venue') return [...venues.map((it) => ({ key: it.id, name: it.name })), telephone]
  return venues.flatMap((it) => outreachColumn(it, outreachCodeOn(codes, it.id, day)) ?? [])
}

const outreachColumn = (venue: Venue, code: string | null): DiaryColumn | null =>
  code === null ? null : { key: venue.id, name: `${venue.name}, code ${code}` }

function formerName(by: DiaryBy, { mediatorName, room }: Appointment): string {
  if (by === 'mediator') return mediatorName
  return by === 'room' ? `${room?.name}, ${room?.venue}` : (room?.venue ?? '')
}
