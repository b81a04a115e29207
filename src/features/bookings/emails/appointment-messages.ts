import { appointmentCalendarEntry } from '../../../platform/calendar/appointment-calendar-entry.ts'
import { dateAndTime, shortDateAndTime } from '../../../ui/dates.ts'
import type { Id } from '../../../values/ids.ts'
import { type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'
import { lengthWords, type Means, minutesOf } from '../domain/appointment.ts'

/** What happened to an appointment, so that the people expected are told. */
export type Happening = 'booked' | 'moved' | 'cancelled'

/** What one party is told: nothing in it comes from the other, and it is the same whatever the other said or did. */
export interface ToldAppointment {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly means: Means
  /** The address of the place without its name, which may say what it is; null by telephone and online. */
  readonly place: string | null
}

const subjects: Readonly<Record<Happening, string>> = {
  booked: 'Your appointment',
  moved: 'Your appointment has a new time',
  cancelled: 'Your appointment will not take place',
}

/**
 * Where it is. Of one that is online the address is in no message: whoever agreed to it finds it on the website, behind their own code.
 */
export function whereTold(means: Means, place: string | null): string {
  if (means === 'telephone') return 'We will ring you then.'
  if (means === 'online') return 'It is online, if you agree. Sign in on our website to say yes or no, and to join.'
  return `Where: ${place}.`
}

/** Plain, neutral words: a date, a length, a place, and how to reach us. */
export function appointmentMessage(
  happening: Happening,
  appointment: ToldAppointment,
  voice: ServiceVoice,
): WrittenMessage {
  const when = dateAndTime(appointment.startsAt)
  const length = lengthWords(minutesOf(appointment))
  const change = voice.telephone && `To change it, ring us on ${voice.telephone}.`
  if (happening === 'cancelled')
    return written(
      'appointment-cancelled',
      subjects.cancelled,
      [
        'Hello,',
        `Your appointment on ${when} will not take place.`,
        voice.telephone && `If you would like to talk about another time, ring us on ${voice.telephone}.`,
        voice.name,
      ],
      [
        `Your appointment on ${shortDateAndTime(appointment.startsAt)} will not take place.`,
        voice.telephone && `Another time? Ring ${voice.telephone}.`,
        voice.name,
      ],
    )
  const where = whereTold(appointment.means, appointment.place)
  const first = happening === 'booked' ? `Your appointment is on ${when}.` : `Your appointment is now on ${when}.`
  return written(
    `appointment-${happening}`,
    subjects[happening],
    ['Hello,', first, `It should take about ${length}.`, where, change, voice.name],
    [
      `${happening === 'booked' ? 'Your appointment is on' : 'Your appointment is now on'} ${shortDateAndTime(appointment.startsAt)}.`,
      where,
      voice.telephone && `To change it ring ${voice.telephone}.`,
      voice.name,
    ],
  )
}

/**
 * The calendar entry that goes with it, of this person's own: its identifier is theirs alone, so that two people who compare their
 * calendars find nothing in common but the time.
 */
export function appointmentEntry(
  happening: Happening,
  appointment: ToldAppointment,
  own: { readonly uid: Id; readonly revision: number; readonly voice: ServiceVoice; readonly now: Temporal.Instant },
): string {
  const { voice } = own
  return appointmentCalendarEntry({
    uid: own.uid,
    sequence: own.revision,
    start: appointment.startsAt,
    end: appointment.endsAt,
    title: 'Appointment',
    location: appointment.place ?? (appointment.means === 'online' ? 'Online' : 'By telephone'),
    ...(voice.telephone ? { description: `Questions? Ring ${voice.telephone}.` } : {}),
    ...(voice.email ? { organiser: { name: voice.name, email: voice.email } } : {}),
    method: happening === 'cancelled' ? 'CANCEL' : 'PUBLISH',
    stamp: own.now,
  })
}
