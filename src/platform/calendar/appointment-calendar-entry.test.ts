import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { londonInstant, serviceTimeZone } from '../../values/calendar-days.ts'
import { appointmentCalendarEntry, type CalendarEntry } from './appointment-calendar-entry.ts'

const at = (local: string) => londonInstant(Temporal.PlainDateTime.from(local))
const entry: CalendarEntry = {
  uid: 'b7a1c1de-6f37-4a5e-9a3c-5c6c6c1f2a10',
  sequence: 0,
  start: at('2026-12-03T10:00'),
  end: at('2026-12-03T11:00'),
  title: 'Appointment',
  location: 'By telephone',
  description: 'Questions? Ring us.',
  organiser: { name: 'Harbour Mediation', email: 'office@harbour.example' },
  method: 'PUBLISH',
  stamp: Temporal.Instant.from('2026-11-21T09:30:00Z'),
}

const readByIcalJs = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) throw new Error('no event')
  const { startDate, endDate, summary, description, location, sequence, uid } = new ICAL.Event(event)
  const instant = (time: ICAL.Time) => Temporal.Instant.fromEpochMilliseconds(time.toJSDate().getTime()).toString()
  return {
    ...{ summary, description, location, sequence, uid, start: instant(startDate), end: instant(endDate) },
    status: event.getFirstPropertyValue('status'),
    method: calendar.getFirstPropertyValue('method'),
    properties: event.getAllProperties().map((property) => property.name),
    calendarProperties: calendar.getAllProperties().map((property) => property.name),
    parts: calendar.getAllSubcomponents().length,
  }
}
const readByNodeIcal = (text: string) => {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('no event')
  return event
}
const localOf = (time: Date) =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime())
    .toZonedDateTimeISO(serviceTimeZone)
    .toPlainDateTime()
    .toString()

describe('both readers see', () => {
  test('what was given and nothing else', () => {
    const text = appointmentCalendarEntry(entry)
    expect(readByIcalJs(text)).toEqual({
      uid: entry.uid,
      sequence: 0,
      summary: 'Appointment',
      location: 'By telephone',
      description: 'Questions? Ring us.',
      start: '2026-12-03T10:00:00Z',
      end: '2026-12-03T11:00:00Z',
      status: 'CONFIRMED',
      method: 'PUBLISH',
      properties: [
        'uid',
        'sequence',
        'dtstamp',
        'dtstart',
        'dtend',
        'summary',
        'location',
        'description',
        'organizer',
        'status',
        'class',
      ],
      calendarProperties: ['version', 'prodid', 'method'],
      parts: 1,
    })
    expect(readByNodeIcal(text)).toMatchObject({
      uid: entry.uid,
      summary: 'Appointment',
      location: 'By telephone',
      class: 'PRIVATE',
    })
    expect(text).not.toMatch(/ATTENDEE|VALARM|X-/)
    expect(text.match(/mailto:[^\s]+/gi)).toEqual(['mailto:office@harbour.example'])
  })

  test.each([
    ['2026-10-24T23:30', '2026-10-25T00:30'],
    ['2026-10-25T00:30', '2026-10-25T03:00'],
    ['2026-10-25T09:00', '2026-10-25T10:30'],
    ['2027-03-27T23:30', '2027-03-28T00:30'],
    ['2027-03-28T00:30', '2027-03-28T02:30'],
    ['2027-03-28T09:00', '2027-03-28T10:30'],
    ['2026-07-01T14:00', '2026-07-01T15:00'],
  ])('the right local time from %s to %s', (start, end) => {
    const text = appointmentCalendarEntry({ ...entry, start: at(start), end: at(end) })
    const one = readByIcalJs(text)
    expect([localOf(new Date(one.start)), localOf(new Date(one.end))]).toEqual([`${start}:00`, `${end}:00`])
    const other = readByNodeIcal(text)
    expect([other.start, other.end].map((time) => localOf(time as Date))).toEqual([`${start}:00`, `${end}:00`])
  })

  test.each([
    'Zoë, “quoted”; and\\or',
    'two\nlines',
    'x\r\nATTENDEE:mailto:other@example.net\r\nX:',
    'END:VEVENT\nEND:VCALENDAR',
    'word '.repeat(80).trim(),
    '😀'.repeat(60),
    'שלום',
  ])('%j as it was written, and no property made of it', (words) => {
    const text = appointmentCalendarEntry({ ...entry, title: words, description: words, location: words })
    const plain = words.replaceAll('\r\n', '\n')
    const one = readByIcalJs(text)
    expect([one.summary, one.description, one.location]).toEqual([plain, plain, plain])
    expect(one.properties).not.toContain('attendee')
    expect(readByNodeIcal(text).summary).toBe(plain)
    expect(readByNodeIcal(text).attendee).toBeUndefined()
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('no control character', () => {
    const text = appointmentCalendarEntry({ ...entry, title: 'a\u0000b\u0007c\u0085d' })
    expect(readByIcalJs(text).summary).toBe('abcd')
  })
})

test('a moved appointment is the same one, newer; a cancelled one says so', () => {
  const moved = readByIcalJs(
    appointmentCalendarEntry({ ...entry, sequence: 1, start: at('2026-12-04T10:00'), end: at('2026-12-04T11:00') }),
  )
  expect([moved.uid, moved.sequence]).toEqual([entry.uid, 1])
  const cancelled = readByIcalJs(appointmentCalendarEntry({ ...entry, sequence: 2, method: 'CANCEL' }))
  expect([cancelled.uid, cancelled.sequence, cancelled.method, cancelled.status]).toEqual([
    entry.uid,
    2,
    'CANCEL',
    'CANCELLED',
  ])
})

test('what is left out is absent', () => {
  const { location: _, description: __, ...bare } = entry
  expect(readByIcalJs(appointmentCalendarEntry(bare)).properties).not.toEqual(expect.arrayContaining(['location']))
  expect(appointmentCalendarEntry(bare)).not.toMatch(/LOCATION|DESCRIPTION/)
})

test('equal entries are equal text', () => {
  expect(appointmentCalendarEntry(entry)).toBe(appointmentCalendarEntry(entry))
})

test('an end before the start, or a broken sequence, is a mistake of the caller', () => {
  expect(() => appointmentCalendarEntry({ ...entry, end: entry.start })).toThrow(RangeError)
  expect(() => appointmentCalendarEntry({ ...entry, sequence: 0.5 })).toThrow(RangeError)
})
