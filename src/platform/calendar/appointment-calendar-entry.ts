import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator'

export type CalendarEntry = {
  /** Random and the same for every move of one appointment. */
  readonly uid: string
  /** Greater with every move or cancellation: a calendar ignores an entry that is not newer. */
  readonly sequence: number
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
  /** Neutral: it lights up on a locked screen and in calendars that families share. */
  readonly title: string
  readonly location?: string
  readonly description?: string
  /** The service, never a person's own address. */
  readonly organiser: { readonly name: string; readonly email: string }
  /**
   * PUBLISH for an appointment that nobody is asked to answer, which is ours. A REQUEST without attendees is taken by most
   * calendars, but RFC 5546 wants one.
   */
  readonly method: 'REQUEST' | 'PUBLISH' | 'CANCEL'
  /** When this entry was made. */
  readonly stamp: Temporal.Instant
}

/**
 * A calendar entry (RFC 5545) for one person. It names no attendee at all: a list of guests would tell one party of the
 * other. Times are written in UTC: an appointment happens once, and a phone shows an instant at the right local time by
 * its own zone rules, on the nights of the clock change too, while definitions of a zone are read differently. The entry
 * is marked private, so that people who share a calendar see only that the time is taken.
 */
export function appointmentCalendarEntry(entry: CalendarEntry): string {
  if (!Number.isInteger(entry.sequence) || entry.sequence < 0) throw new RangeError('a sequence is a whole number')
  if (Temporal.Instant.compare(entry.start, entry.end) >= 0) throw new RangeError('an appointment ends after it starts')
  const calendar = ical({ prodId: '//Evenhand//Appointments//EN', method: ICalCalendarMethod[entry.method] })
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    start: utc(entry.start),
    end: utc(entry.end),
    stamp: utc(entry.stamp),
    summary: withoutControls(entry.title),
    class: ICalEventClass.PRIVATE,
    status: entry.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: withoutControls(entry.organiser.name), email: withoutControls(entry.organiser.email) },
    ...(entry.location === undefined ? {} : { location: withoutControls(entry.location) }),
    ...(entry.description === undefined ? {} : { description: withoutControls(entry.description) }),
  })
  return calendar.toString()
}

const utc = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)

// A newline in a text is escaped by the library; other control characters may not stand in a calendar at all.
const withoutControls = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '')
