import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator'

export interface CalendarPart {
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
  readonly organiser?: { readonly name: string; readonly email: string }
  readonly cancelled: boolean
  /** When this entry was made. */
  readonly stamp: Temporal.Instant
}

export interface AppointmentCalendar {
  /** For a file that is taken in once; left out where a calendar is subscribed to. */
  readonly method?: 'REQUEST' | 'PUBLISH' | 'CANCEL'
  /** What a subscribed calendar is called. */
  readonly name?: string
  readonly entries: readonly CalendarPart[]
}

/**
 * Calendar entries (RFC 5545) for one person. They name no attendee at all: a list of guests would tell one party of the other.
 * Times are written in UTC: an appointment happens once, and a phone shows an instant at the right local time by its own zone rules,
 * on the nights of the clock change too, while definitions of a zone are read differently. An entry is marked private, so that
 * people who share a calendar see only that the time is taken.
 */
export function appointmentCalendar({ method, name, entries }: AppointmentCalendar): string {
  const calendar = ical({
    prodId: '//Evenhand//Appointments//EN',
    ...(method ? { method: ICalCalendarMethod[method] } : {}),
    ...(name ? { name: withoutControls(name) } : {}),
  })
  for (const entry of entries) addEntry(calendar, entry)
  return calendar.toString()
}

function addEntry(calendar: ICalCalendar, entry: CalendarPart): void {
  if (!Number.isInteger(entry.sequence) || entry.sequence < 0) throw new RangeError('a sequence is a whole number')
  if (Temporal.Instant.compare(entry.start, entry.end) >= 0) throw new RangeError('an appointment ends after it starts')
  const { organiser } = entry
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    start: utc(entry.start),
    end: utc(entry.end),
    stamp: utc(entry.stamp),
    summary: withoutControls(entry.title),
    class: ICalEventClass.PRIVATE,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(organiser
      ? { organizer: { name: withoutControls(organiser.name), email: withoutControls(organiser.email) } }
      : {}),
    ...(entry.location === undefined ? {} : { location: withoutControls(entry.location) }),
    ...(entry.description === undefined ? {} : { description: withoutControls(entry.description) }),
  })
}

const utc = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)

// A newline in a text is escaped by the library; other control characters may not stand in a calendar at all.
const withoutControls = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '')
