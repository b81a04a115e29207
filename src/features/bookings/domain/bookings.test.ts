import { describe, expect, test } from 'vitest'
import { londonInstant } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { instantInLondon, readTime } from '../../../values/typed-time.ts'
import { appointmentEntry, appointmentMessage, type Happening } from '../emails/appointment-messages.ts'
import { lengths, lengthWords, statusAfter } from './appointment.ts'
import { daysShown, readAsked, step } from './diary-days.ts'
import { gridOf } from './diary-grid.ts'
import { nextFreeSlots } from './free-times.ts'

const at = (local: string) => londonInstant(Temporal.PlainDateTime.from(local))
const day = (text: string) => Temporal.PlainDate.from(text)
const slot = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })

describe('a time as it is typed', () => {
  test.each([
    ['14:30', '14:30'],
    ['2.30pm', '14:30'],
    ['2:30 PM', '14:30'],
    ['9', '09:00'],
    ['9am', '09:00'],
    ['0930', '09:30'],
    ['12', '12:00'],
    ['12pm', '12:00'],
    ['12am', '00:00'],
    ['00:15', '00:15'],
    ['midday', '12:00'],
    ['10.15 a.m.', '10:15'],
    ['02:00', '02:00'],
    ['  11:45  ', '11:45'],
  ])('%s is %s', (typed, time) => {
    const read = readTime(typed)
    expect(read.done && read.value.toString({ smallestUnit: 'minute' })).toBe(time)
  })

  test.each([
    ['', 'time.empty'],
    ['2:30', 'time.halfOfDay'],
    ['5', 'time.halfOfDay'],
    ['10:20', 'time.notQuarter'],
    ['25:00', 'time.notTime'],
    ['13pm', 'time.notTime'],
    ['0am', 'time.notTime'],
    ['0', 'time.notTime'],
    ['10:75', 'time.notTime'],
    ['soon', 'time.notTime'],
    ['9-10', 'time.notTime'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(readTime(typed)).toEqual({ done: false, reason })
  })

  test('on the nights of the clock change is the London one, and a skipped one is none', () => {
    const half = Temporal.PlainTime.from('01:30')
    expect(instantInLondon(day('2027-03-28'), half)).toBeNull()
    expect(instantInLondon(day('2026-10-25'), half)?.toString()).toBe('2026-10-25T00:30:00Z')
    const ten = Temporal.PlainTime.from('10:00')
    expect(instantInLondon(day('2027-03-27'), ten)?.toString()).toBe('2027-03-27T10:00:00Z')
    expect(instantInLondon(day('2027-03-29'), ten)?.toString()).toBe('2027-03-29T09:00:00Z')
  })
})

test('lengths go by quarters to three hours, and read as people say them', () => {
  expect(lengths.map(lengthWords)).toEqual([
    '15 minutes',
    '30 minutes',
    '45 minutes',
    '1 hour',
    '1 hour 15 minutes',
    '1 hour 30 minutes',
    '1 hour 45 minutes',
    '2 hours',
    '2 hours 15 minutes',
    '2 hours 30 minutes',
    '2 hours 45 minutes',
    '3 hours',
  ])
})

test('an appointment was held when somebody came, and not while somebody is expected', () => {
  expect(statusAfter(['attended', 'not_attended'])).toBe('held')
  expect(statusAfter(['attended', 'expected'])).toBe('held')
  expect(statusAfter(['not_attended', 'cancelled'])).toBe('not_held')
  expect(statusAfter(['not_attended', 'expected'])).toBeNull()
})

describe('free times', () => {
  const mediatorId = newId()
  const meetingHours = { weekdays: [1, 2, 3, 4, 5], fromMinute: 540, untilMinute: 1020 }
  const nothingSaid = { hours: [], absences: [], openedDays: new Set<string>(), travelMinutes: () => 0, meetingHours }
  const byTelephone = { roomId: null, venueId: null }
  const nextFreeTimes = (
    taken: readonly ReturnType<typeof slot>[],
    wanted: { from: Temporal.Instant; minutes: number; most?: number },
  ) =>
    nextFreeSlots(
      nothingSaid,
      taken.map((it) => ({ ...it, ...byTelephone, mediatorId })),
      { ...wanted, mediatorId, places: [byTelephone] },
    ).map((it) => it.startsAt)
  const words = (times: readonly Temporal.Instant[]) =>
    times.map((it) => it.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' }))

  test('are after the wanted time, within office hours, not on days of rest, three a day', () => {
    const free = nextFreeTimes([], { from: at('2026-11-27T15:00'), minutes: 60 })
    expect(words(free)).toEqual([
      '2026-11-27T15:00',
      '2026-11-27T15:30',
      '2026-11-27T16:00',
      '2026-11-30T09:00',
      '2026-11-30T09:30',
      '2026-11-30T10:00',
    ])
  })

  test('do not touch what is taken, and may begin where it ends', () => {
    const taken = [slot('2026-11-24T09:30', '2026-11-24T11:00')]
    const free = nextFreeTimes(taken, { from: at('2026-11-24T09:00'), minutes: 60, most: 2 })
    expect(words(free)).toEqual(['2026-11-24T11:00', '2026-11-24T11:30'])
    const short = nextFreeTimes(taken, { from: at('2026-11-24T09:00'), minutes: 30, most: 2 })
    expect(words(short)).toEqual(['2026-11-24T09:00', '2026-11-24T11:00'])
  })

  test('keep to the clocks on the wall when these change', () => {
    const free = nextFreeTimes([], { from: at('2026-10-23T16:00'), minutes: 60, most: 2 })
    expect(words(free)).toEqual(['2026-10-23T16:00', '2026-10-26T09:00'])
  })

  test('are none when everything is taken', () => {
    const taken = [slot('2026-11-01T00:00', '2027-02-01T00:00')]
    expect(nextFreeTimes(taken, { from: at('2026-11-24T09:00'), minutes: 15 })).toEqual([])
  })
})

describe('what a party is told', () => {
  const voice = { name: 'Harbour House', telephone: '01603 555 123', email: 'office@harbour.example' }
  const appointment = {
    ...slot('2026-11-24T14:30', '2026-11-24T15:30'),
    means: 'room',
    place: '12 Quay Street, Norwich, NR1 1AA',
  } as const
  const told = (happening: Happening) => appointmentMessage(happening, appointment, voice)

  test.each<Happening>(['booked', 'moved', 'cancelled'])(
    'when it is %s lets nobody guess what it is about',
    (happening) => {
      const { subject, body } = told(happening)
      expect(body).toContain('Tuesday 24 November 2026 at 2:30pm')
      expect(`${subject} ${body}`).not.toMatch(
        /mediat|miam|session|separat|divorc|court|child|partner|famil|party|parties/i,
      )
      expect(subject).not.toMatch(/\d/)
    },
  )

  test('is where it is, or that we ring', () => {
    expect(told('booked').body).toContain('Where: 12 Quay Street, Norwich, NR1 1AA.')
    const { body } = appointmentMessage('booked', { ...appointment, means: 'telephone', place: null }, voice)
    expect(body).toContain('We will ring you then.')
    expect(body).not.toContain('Where')
  })

  test('has a calendar entry of their own, newer with each change and withdrawn in the end', () => {
    const own = { uid: '5f0c1a52-6e0e-4b3a-9a57-0e2f6c1b7d11' as Id, voice, now: at('2026-11-20T09:00') }
    const booked = appointmentEntry('booked', appointment, { ...own, revision: 0 })
    expect(booked).toContain('UID:5f0c1a52-6e0e-4b3a-9a57-0e2f6c1b7d11')
    expect(booked).toContain('SUMMARY:Appointment')
    expect(booked).toContain('METHOD:PUBLISH')
    expect(booked).not.toMatch(/ATTENDEE|mediat/i)
    const cancelled = appointmentEntry('cancelled', appointment, { ...own, revision: 2 })
    expect(cancelled).toContain('METHOD:CANCEL')
    expect(cancelled).toContain('SEQUENCE:2')
  })
})

describe('the diary', () => {
  const today = day('2026-11-23')

  test('reads its address, and today where that says nothing or nonsense', () => {
    expect(readAsked({ day: '2026-11-24', view: 'week', by: 'room' }, today)).toEqual({
      ...{ day: day('2026-11-24'), view: 'week', by: 'room' },
    })
    for (const nonsense of ['', '2026-02-30', 'x', '2026-1-1'])
      expect(readAsked({ day: nonsense, view: 'x' }, today)).toEqual({ day: today, view: 'day', by: 'mediator' })
  })

  test('goes by working days, or by weeks from Monday', () => {
    const asked = { day: day('2026-11-27'), view: 'day', by: 'mediator' } as const
    expect(step(asked, 1).day.toString()).toBe('2026-11-30')
    expect(step({ ...asked, day: day('2026-12-29') }, -1).day.toString()).toBe('2026-12-24')
    const week = daysShown({ ...asked, view: 'week' }).map(String)
    expect([week[0], week[6], week.length]).toEqual(['2026-11-23', '2026-11-29', 7])
  })

  const entry = (column: string, from: string, to: string) => ({ column, ...slot(from, to) })
  /** Each row of a table with spans covers as many cells as the table is wide, or the table is broken. */
  const widths = (grid: ReturnType<typeof gridOf>) => {
    const reach: number[] = []
    return grid.rows.map((row, index) => {
      const above = reach.filter((end) => end > index).length
      for (const cell of row.cells) if (cell.kind === 'entry') reach.push(index + cell.rows)
      return above + row.cells.length
    })
  }

  test('sets an appointment as tall as it is long', () => {
    const grid = gridOf(['a', 'b'], [entry('a', '2026-11-24T10:15', '2026-11-24T11:30')], day('2026-11-24'))
    const row = grid.rows.find((it) => it.minute === 10 * 60 + 15)
    expect(row?.cells[0]).toMatchObject({ kind: 'entry', rows: 5 })
    expect(row?.cells).toHaveLength(2)
    expect([grid.rows[0]?.minute, grid.rows.length]).toEqual([9 * 60, 32])
    expect(new Set(widths(grid))).toEqual(new Set([2]))
  })

  test('sets those that overlap beside one another, and grows with early and late ones', () => {
    const entries = [
      entry('t', '2026-11-24T10:00', '2026-11-24T11:00'),
      entry('t', '2026-11-24T10:30', '2026-11-24T11:30'),
      entry('t', '2026-11-24T11:00', '2026-11-24T12:00'),
      entry('a', '2026-11-24T07:45', '2026-11-24T08:30'),
      entry('a', '2026-11-24T19:00', '2026-11-24T20:15'),
    ]
    const grid = gridOf(['a', 't'], entries, day('2026-11-24'))
    expect(grid.columns).toEqual([
      { key: 'a', lanes: 1 },
      { key: 't', lanes: 2 },
    ])
    expect([grid.rows[0]?.minute, grid.rows.at(-1)?.minute]).toEqual([7 * 60, 20 * 60 + 45])
    expect(new Set(widths(grid))).toEqual(new Set([3]))
  })

  test('cuts off what goes beyond the day', () => {
    const grid = gridOf(['a'], [entry('a', '2026-11-24T23:00', '2026-11-25T01:00')], day('2026-11-24'))
    expect(grid.rows.at(-1)?.minute).toBe(23 * 60 + 45)
    expect(new Set(widths(grid))).toEqual(new Set([1]))
    const next = gridOf(['a'], [entry('a', '2026-11-24T23:00', '2026-11-25T01:00')], day('2026-11-25'))
    expect(next.rows[0]?.minute).toBe(0)
  })
})
