import { describe, expect, test } from 'vitest'
import { londonInstant } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { type Availability, spansOn, type WorkingHours, whyUnavailable } from './availability.ts'
import { clockWords, hoursWords, meetingHoursWords } from './words.ts'

const at = (local: string) => londonInstant(Temporal.PlainDateTime.from(local))
const range = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) })
const [mediatorId, library, chapel] = [newId(), newId(), newId()]

const hours = (more: Partial<WorkingHours> = {}): WorkingHours => ({
  ...{
    id: newId(),
    staffId: mediatorId,
    weekday: 2,
    fromMinute: 540,
    untilMinute: 1020,
    breakFrom: 720,
    breakUntil: 780,
  },
  ...{ venueId: null, firstDay: '2026-11-01', lastDay: null },
  ...more,
})
const meetingHours = { weekdays: [1, 2, 3, 4, 5], fromMinute: 540, untilMinute: 1020 }
const known = (more: Partial<Availability> = {}): Availability => ({
  ...{ hours: [hours()], absences: [], openedDays: new Set<string>(), travelMinutes: () => 45, meetingHours },
  ...more,
})
const why = (ground: Availability, from: string, until: string, venueId: Id | null = null) =>
  whyUnavailable(ground, { mediatorId, venueId, ...range(from, until) })

describe('a mediator of whom no hours are recorded', () => {
  const nothing = known({ hours: [] })

  test('is there while the service holds meetings, and at no other time', () => {
    expect(why(nothing, '2026-11-24T09:00', '2026-11-24T17:00')).toBeNull()
    expect(why(nothing, '2026-11-24T08:45', '2026-11-24T09:45')).toBe('not-open')
    expect(why(nothing, '2026-11-24T16:30', '2026-11-24T17:15')).toBe('not-open')
    expect(why(nothing, '2026-11-28T10:00', '2026-11-28T11:00')).toBe('not-open')
    const evenings = known({ hours: [], meetingHours: { weekdays: [2, 6], fromMinute: 1020, untilMinute: 1260 } })
    expect(why(evenings, '2026-11-24T18:00', '2026-11-24T19:00')).toBeNull()
    expect(why(evenings, '2026-11-24T10:00', '2026-11-24T11:00')).toBe('not-open')
  })

  test('can be had then, as the service says it', () => {
    expect(meetingHoursWords(meetingHours)).toBe('Monday to Friday, 9am to 5pm')
    const some = { weekdays: [1, 3], fromMinute: 540, untilMinute: 720 }
    expect(meetingHoursWords(some)).toBe('Monday, Wednesday, 9am to midday')
    expect(
      spansOn(known({ hours: [], meetingHours: some }), mediatorId, Temporal.PlainDate.from('2026-11-25')),
    ).toEqual([some])
    expect(
      spansOn(known({ hours: [], meetingHours: some }), mediatorId, Temporal.PlainDate.from('2026-11-24')),
    ).toEqual([])
  })
})

describe('a mediator is there', () => {
  test('within the hours of that day, and not in a break', () => {
    // 24 November 2026 is a Tuesday.
    expect(why(known(), '2026-11-24T09:00', '2026-11-24T12:00')).toBeNull()
    expect(why(known(), '2026-11-24T13:00', '2026-11-24T17:00')).toBeNull()
    expect(why(known(), '2026-11-24T08:45', '2026-11-24T09:45')).toBe('not-working')
    expect(why(known(), '2026-11-24T16:30', '2026-11-24T17:15')).toBe('not-working')
    expect(why(known(), '2026-11-24T11:30', '2026-11-24T12:15')).toBe('break')
    expect(why(known(), '2026-11-25T10:00', '2026-11-25T11:00')).toBe('not-working')
  })

  test('from their first day and until their last one', () => {
    const ground = known({
      hours: [hours({ lastDay: '2026-11-24' }), hours({ firstDay: '2026-12-01', fromMinute: 600 })],
    })
    expect(why(ground, '2026-11-24T09:00', '2026-11-24T10:00')).toBeNull()
    expect(why(ground, '2026-12-01T09:00', '2026-12-01T10:00')).toBe('not-working')
    expect(why(ground, '2026-12-01T10:00', '2026-12-01T11:00')).toBeNull()
  })

  test('not on a bank holiday, unless the service opens on it', () => {
    const ground = known({ hours: [] })
    expect(why(ground, '2026-12-28T10:00', '2026-12-28T11:00')).toBe('bank-holiday')
    const opened = { ...ground, openedDays: new Set(['2026-12-28']) }
    expect(why(opened, '2026-12-28T10:00', '2026-12-28T11:00')).toBeNull()
  })

  test('not while they are away', () => {
    const away = { id: newId(), staffId: mediatorId, ...range('2026-11-24T11:00', '2026-11-26T00:00') }
    const ground = known({ absences: [away] })
    expect(why(ground, '2026-11-24T10:00', '2026-11-24T11:00')).toBeNull()
    expect(why(ground, '2026-11-24T10:00', '2026-11-24T11:15')).toBe('away')
    expect(
      why({ ...ground, absences: [{ ...away, staffId: newId() }] }, '2026-11-24T11:00', '2026-11-24T12:00'),
    ).toBeNull()
  })

  test('in the morning at one place and in the afternoon at another', () => {
    const ground = known({
      hours: [
        hours({ untilMinute: 720, breakFrom: null, breakUntil: null, venueId: library }),
        hours({ fromMinute: 720, breakFrom: null, breakUntil: null, venueId: chapel }),
      ],
    })
    expect(why(ground, '2026-11-24T10:00', '2026-11-24T11:00', library)).toBeNull()
    expect(why(ground, '2026-11-24T10:00', '2026-11-24T11:00', chapel)).toBe('elsewhere')
    expect(why(ground, '2026-11-24T11:30', '2026-11-24T12:30', library)).toBe('elsewhere')
    // By telephone it does not matter where.
    expect(why(ground, '2026-11-24T11:30', '2026-11-24T12:30')).toBeNull()
  })

  test('when they can get there from the place before, and to the one after', () => {
    const taken = [{ mediatorId, roomId: newId(), venueId: chapel, ...range('2026-11-24T10:00', '2026-11-24T11:00') }]
    const wanted = (from: string, until: string, venueId: Id | null) =>
      whyUnavailable(known(), { mediatorId, venueId, ...range(from, until) }, taken)
    expect(wanted('2026-11-24T11:30', '2026-11-24T12:00', library)).toBe('travel')
    expect(wanted('2026-11-24T11:45', '2026-11-24T12:00', library)).toBeNull()
    expect(wanted('2026-11-24T09:00', '2026-11-24T09:30', library)).toBe('travel')
    expect(wanted('2026-11-24T11:00', '2026-11-24T12:00', chapel)).toBeNull()
    expect(wanted('2026-11-24T11:00', '2026-11-24T12:00', null)).toBeNull()
  })

  test('by the clocks on the wall on the days after these change', () => {
    const ground = known({ hours: [hours({ weekday: 1, firstDay: '2026-01-01', breakFrom: null, breakUntil: null })] })
    expect(why(ground, '2026-10-26T09:00', '2026-10-26T17:00')).toBeNull()
    expect(why(ground, '2026-10-19T09:00', '2026-10-19T17:00')).toBeNull()
  })
})

test('times are said as people say them', () => {
  expect([0, 540, 720, 870, 1440].map(clockWords)).toEqual(['midnight', '9am', 'midday', '2:30pm', 'midnight'])
  expect(hoursWords(hours())).toBe('9am to 5pm, break midday to 1pm')
})
