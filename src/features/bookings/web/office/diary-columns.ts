import { londonDay } from '../../../../ui/dates.ts'
import type { Id } from '../../../../values/ids.ts'
import { hoursOn, type WorkingHours } from '../../../availability/index.ts'
import { type OutreachCode, outreachCodeOn, type Room, type Venue } from '../../../settings/index.ts'
import type { Appointment } from '../../data/appointment-reads.ts'
import type { DiaryBy } from '../../domain/diary-days.ts'
import { fromTo } from './appointment-words.tsx'

export interface DiaryColumn {
  readonly key: string
  readonly name: string
  /** What is said under it. */
  readonly remark?: string
}

export type DiaryEntry = Appointment & {
  readonly column: string
  /** The day in London on which it begins, as ISO text, and its times in words: worked out once for each. */
  readonly day: string
  readonly times: string
}

export const diaryEntry = (by: DiaryBy, appointment: Appointment): DiaryEntry => ({
  ...appointment,
  column: columnOf(by, appointment),
  day: londonDay(appointment.startsAt).toString(),
  times: fromTo(appointment),
})

/** What there may be a column for. */
export interface DiaryPlaces {
  readonly mediators: readonly { readonly id: Id; readonly name: string }[]
  readonly rooms: readonly Room[]
  readonly codes: readonly OutreachCode[]
  /** When the mediators work. */
  readonly hours: readonly WorkingHours[]
  /** The codes are those of this day. */
  readonly day: Temporal.PlainDate
}

const telephone: DiaryColumn = { key: 'telephone', name: 'Telephone' }

export function columnOf(by: DiaryBy, appointment: Appointment): string {
  if (by === 'mediator') return appointment.mediatorId
  if (by === 'room') return appointment.roomId ?? appointment.means
  return appointment.room?.venueId ?? appointment.means
}

/** Each mediator, room or place of today, and those of former days that still have something here; online where something is. */
export function diaryColumns(by: DiaryBy, appointments: readonly Appointment[], places: DiaryPlaces): DiaryColumn[] {
  const usual = usualColumns(by, places)
  if (by === 'outreach') return usual
  const former = appointments
    .filter((it) => !usual.some((column) => column.key === columnOf(by, it)))
    .map((it) => ({ key: columnOf(by, it), name: formerName(by, it) }))
  return [...usual, ...new Map(former.map((it) => [it.key, it])).values()]
}

function usualColumns(by: DiaryBy, { mediators, rooms, codes, hours, day }: DiaryPlaces): DiaryColumn[] {
  if (by === 'mediator') return mediators.map((it) => mediatorColumn(it, hours, day))
  if (by === 'room') return [...rooms.map((it) => ({ key: it.id, name: `${it.name}, ${it.venue.name}` })), telephone]
  const venues = [...new Map(rooms.map((it) => [it.venue.id, it.venue])).values()]
  if (by === 'venue') return [...venues.map((it) => ({ key: it.id, name: it.name })), telephone]
  return venues.flatMap((it) => outreachColumn(it, outreachCodeOn(codes, it.id, day)) ?? [])
}

const mediatorColumn = (
  { id, name }: { id: Id; name: string },
  hours: readonly WorkingHours[],
  day: Temporal.PlainDate,
) => (hoursOn(hours, id, day) === null ? { key: id, name, remark: 'no hours recorded' } : { key: id, name })

const outreachColumn = (venue: Venue, code: string | null): DiaryColumn | null =>
  code === null ? null : { key: venue.id, name: `${venue.name}, code ${code}` }

function formerName(by: DiaryBy, { mediatorName, room, means }: Appointment): string {
  if (by === 'mediator') return mediatorName
  if (means === 'online') return 'Online'
  return by === 'room' ? `${room?.name}, ${room?.venue}` : (room?.venue ?? '')
}
