import { Tag, type TagColour } from '../../../../ui/components/tag.tsx'
import { londonDay, shortDate, timeOfDay } from '../../../../ui/dates.ts'
import type { Appointment } from '../../data/appointment-reads.ts'
import {
  type AppointmentStatus,
  type AttendanceStatus,
  attendanceWords,
  kindWords,
  statusWords,
} from '../../domain/appointment.ts'

const colours: Readonly<Record<AppointmentStatus, TagColour>> = {
  booked: 'blue',
  held: 'green',
  not_held: 'orange',
  cancelled: 'grey',
}
const attendanceColours: Readonly<Record<AttendanceStatus, TagColour>> = {
  expected: 'blue',
  attended: 'green',
  cancelled: 'grey',
  not_attended: 'orange',
  called_off: 'grey',
}

export const AppointmentTag = ({ status }: { readonly status: AppointmentStatus }) => (
  <Tag colour={colours[status]}>{statusWords[status]}</Tag>
)
export const AttendanceTag = ({ status }: { readonly status: AttendanceStatus }) => (
  <Tag colour={attendanceColours[status]}>{attendanceWords[status]}</Tag>
)

/** `MIAM with Alex Moss`, `Session with Alex Moss and Sam Reed` */
export const whatWords = (appointment: Pick<Appointment, 'kind' | 'attendances'>): string => {
  const names = appointment.attendances.map((it) => `${it.givenName} ${it.familyName}`)
  return [kindWords[appointment.kind], names.length > 0 && `with ${names.join(' and ')}`].filter(Boolean).join(' ')
}

/** `9am to 10:30am` */
export const fromTo = (slot: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }): string =>
  `${timeOfDay(slot.startsAt)} to ${timeOfDay(slot.endsAt)}`

export const whereWords = ({ room, means }: Pick<Appointment, 'room' | 'means'>): string => {
  if (room) return `${room.name}, ${room.venue}`
  return means === 'online' ? 'Online' : 'By telephone'
}

export const whenWords = (appointment: Appointment, today: Temporal.PlainDate): string =>
  `${shortDate(londonDay(appointment.startsAt), today)}, ${fromTo(appointment)}`

export const appointmentPath = (id: string, part?: 'move' | 'cancel' | 'mediator' | 'attendance' | 'arrival'): string =>
  `/office/appointments/${id}${part ? `/${part}` : ''}`

/** The colour of the zone that an appointment belongs to. */
export const zoneOf = { A: 'a', B: 'b', both: 'joint' } as const
