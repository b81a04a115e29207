import { appointmentCalendar, type CalendarPart } from './appointment-calendar.ts'

export type CalendarEntry = Omit<CalendarPart, 'cancelled'> & {
  /**
   * PUBLISH for an appointment that nobody is asked to answer, which is ours. A REQUEST without attendees is taken by most
   * calendars, but RFC 5546 wants one.
   */
  readonly method: 'REQUEST' | 'PUBLISH' | 'CANCEL'
}

/** A calendar entry (RFC 5545) for one person, by itself in a file. */
export const appointmentCalendarEntry = ({ method, ...entry }: CalendarEntry): string =>
  appointmentCalendar({ method, entries: [{ ...entry, cancelled: method === 'CANCEL' }] })
