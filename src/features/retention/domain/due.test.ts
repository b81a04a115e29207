import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clock, goesOn, type History, newestAnchor, standingOf } from './due.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const sevenYears: Clock = {
  from: 'case.closed',
  keep: 'P7Y',
  cap: 'P15Y',
  reopen: 'restart',
  noAnchor: { after: 'P1Y' },
  waiting: 'P28D',
}
const closed = (...days: string[]): History => ({ made: day('2026-01-05'), anchors: days.map(day), live: false })
const dueOf = (rule: Clock, history: History) => {
  const standing = standingOf(rule, history)
  return standing.clock === 'running' ? standing.due.toString() : standing.clock
}

test('seven years and six and a half years are counted in the calendar', () => {
  expect(dueOf(sevenYears, closed('2026-11-21'))).toBe('2033-11-21')
  expect(dueOf({ ...sevenYears, keep: 'P6Y6M' }, closed('2026-11-21'))).toBe('2033-05-21')
})

test('a day that the last month lacks becomes its last day', () => {
  expect(dueOf({ ...sevenYears, keep: 'P6Y6M' }, closed('2026-08-31'))).toBe('2033-02-28')
  expect(dueOf(sevenYears, closed('2028-02-29'))).toBe('2035-02-28')
})

test('closed again, the clock starts again or goes on, as the policy says', () => {
  const again = closed('2026-11-21', '2029-03-01')
  expect(dueOf(sevenYears, again)).toBe('2036-03-01')
  expect(dueOf({ ...sevenYears, reopen: 'continue' }, again)).toBe('2033-11-21')
  expect(dueOf(sevenYears, closed('2029-03-01', '2026-11-21'))).toBe('2036-03-01')
})

test('however often it is opened again, the cap is the end', () => {
  expect(dueOf(sevenYears, closed('2026-11-21', '2040-03-01'))).toBe('2041-11-21')
  expect(dueOf({ ...sevenYears, cap: null }, closed('2026-11-21', '2040-03-01'))).toBe('2047-03-01')
})

test('a last contact is the last one, whatever is said of opening again', () => {
  const enquiry: Clock = { ...sevenYears, from: 'enquiry.lastContact', keep: 'P6M', cap: null, reopen: 'continue' }
  expect(dueOf(enquiry, closed('2026-11-21', '2026-12-20'))).toBe('2027-06-20')
})

test('what is live, or was never closed, has no end yet and is looked at', () => {
  const open: History = { made: day('2026-01-05'), anchors: [], live: true }
  expect(standingOf(sevenYears, open)).toEqual({ clock: 'stopped', reviewOn: day('2027-01-05') })
  const reopened = { ...closed('2026-11-21'), live: true }
  expect(standingOf(sevenYears, reopened)).toEqual({ clock: 'stopped', reviewOn: day('2027-11-21') })
  expect(standingOf(sevenYears, { ...open, live: false }).clock).toBe('stopped')
})

test('the end is shown for the whole waiting time, and then comes on its day', () => {
  const standing = standingOf(sevenYears, closed('2026-11-21'))
  expect(standing).toMatchObject({ shownFrom: day('2033-10-24') })
  expect(goesOn(day('2033-11-21'), day('2033-10-24'), sevenYears).toString()).toBe('2033-11-21')
  // First looked at long after: nobody has seen it yet, so it waits.
  expect(goesOn(day('2033-11-21'), day('2034-06-01'), sevenYears).toString()).toBe('2034-06-29')
})

const days = fc.integer({ min: 0, max: 365 * 20 }).map((n) => day('2020-01-01').add({ days: n }))
const periods = fc.constantFrom('P6M', 'P1Y', 'P6Y6M', 'P7Y', 'P90D')

test('never before the first closing’s time, never after the cap, for any history', () => {
  fc.assert(
    fc.property(
      fc.array(days, { minLength: 1, maxLength: 6 }),
      periods,
      fc.constantFrom('restart', 'continue'),
      (anchors, keep, reopen) => {
        const rule: Clock = { ...sevenYears, keep, reopen: reopen as 'restart' }
        const standing = standingOf(rule, { made: day('2020-01-01'), anchors, live: false })
        if (standing.clock !== 'running') throw new Error('it was closed')
        const first = anchors.toSorted(Temporal.PlainDate.compare)[0] as Temporal.PlainDate
        const { compare } = Temporal.PlainDate
        expect(compare(standing.due, first.add(keep))).toBeGreaterThanOrEqual(0)
        expect(compare(standing.due, first.add('P15Y'))).toBeLessThanOrEqual(0)
        expect(standing.due.toString()).toBe(dueOf(rule, { made: first, anchors: anchors.toReversed(), live: false }))
      },
    ),
  )
})

test('what must be shown today is never passed over by the first, rough question', () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 3 }), periods, days, (anchors, keep, today) => {
      const rule: Clock = { ...sevenYears, keep }
      const standing = standingOf(rule, { made: day('2020-01-01'), anchors, live: false })
      if (standing.clock !== 'running' || Temporal.PlainDate.compare(standing.shownFrom, today) > 0) return
      const first = anchors.toSorted(Temporal.PlainDate.compare)[0] as Temporal.PlainDate
      expect(Temporal.PlainDate.compare(first, newestAnchor(rule, today))).toBeLessThanOrEqual(0)
    }),
  )
})
