import { describe, expect, test } from 'vitest'
import { type ClockFacts, clockOf, nearnessOf } from './clock.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const law = { answer: 'P1M', extension: 'P2M' }
const rules = { law, promise: 'P1M' }
const sooner = { law, promise: 'P28D' }

const access = (receivedOn: string, more: Partial<ClockFacts> = {}): ClockFacts => ({
  ...{ kind: 'access', receivedOn: day(receivedOn), identityAskedOn: null, identityShownOn: null },
  ...{ stops: [], extendedOn: null },
  ...more,
})
const due = (facts: ClockFacts, today = '2027-12-31') => clockOf(facts, rules, day(today)).dueOn.toString()

describe('the worked examples', () => {
  test.each([
    ['2026-09-03', '2026-10-05'],
    ['2026-11-25', '2026-12-29'],
    ['2027-02-03', '2027-03-03'],
  ])('received on %s, due on %s', (received, expected) => expect(due(access(received))).toBe(expected))

  test('extended once, to three months from the request', () => {
    expect(due(access('2026-09-03', { extendedOn: day('2026-10-05') }))).toBe('2026-12-03')
  })

  test('both days of a question and its answer are left out', () => {
    const stops = [{ askedOn: day('2026-03-12'), answeredOn: day('2026-03-19') }]
    expect(due(access('2026-03-10', { stops }))).toBe('2026-04-20')
  })

  test('showing who one is moves the start', () => {
    const shown = { identityAskedOn: day('2026-03-03'), identityShownOn: day('2026-03-20') }
    expect(due(access('2026-03-02', shown))).toBe('2026-04-20')
  })
})

describe('months and days of rest', () => {
  test.each([
    ['2026-01-31', '2026-03-02'], // 28 February is a Saturday
    ['2027-01-31', '2027-03-01'], // 28 February is a Sunday
    ['2028-01-30', '2028-02-29'],
    ['2026-03-31', '2026-04-30'],
    ['2026-03-03', '2026-04-07'], // Good Friday, a weekend and Easter Monday
    ['2026-11-28', '2026-12-29'], // the Monday for Boxing Day
    ['2027-11-27', '2027-12-29'], // two Mondays' worth of holidays on a weekend
    ['2026-12-01', '2027-01-04'], // New Year's Day and a weekend
    ['2026-07-31', '2026-09-01'], // the last Monday of August
    ['2026-04-04', '2026-05-05'], // the first Monday of May
  ])('received on %s, due on %s', (received, expected) => expect(due(access(received))).toBe(expected))

  test('three months end on the last day of a shorter month', () => {
    expect(due(access('2026-01-31', { extendedOn: day('2026-02-20') }))).toBe('2026-04-30')
    expect(due(access('2026-11-30', { extendedOn: day('2026-12-30') }))).toBe('2027-03-01')
  })
})

describe('what moves the clock and what does not', () => {
  test('a notice after the first period extends nothing', () => {
    const clock = clockOf(access('2026-09-03', { extendedOn: day('2026-10-06') }), rules, day('2026-10-06'))
    expect([clock.extended, clock.dueOn.toString()]).toEqual([false, '2026-10-05'])
  })

  test('a question stops nothing in a request of another kind', () => {
    const stops = [{ askedOn: day('2026-03-12'), answeredOn: day('2026-03-19') }]
    expect(due(access('2026-03-10', { kind: 'erasure', stops }))).toBe('2026-04-10')
  })

  test('two questions at once leave each day out once', () => {
    const stops = [
      { askedOn: day('2026-03-12'), answeredOn: day('2026-03-19') },
      { askedOn: day('2026-03-14'), answeredOn: day('2026-03-16') },
      { askedOn: day('2026-03-19'), answeredOn: day('2026-03-20') },
    ]
    expect(clockOf(access('2026-03-10', { stops }), rules, day('2026-05-01')).stoppedDays).toBe(9)
  })

  test('a question and its answer on one day leave that day out', () => {
    const stops = [{ askedOn: day('2026-03-12'), answeredOn: day('2026-03-12') }]
    expect(clockOf(access('2026-03-10', { stops }), rules, day('2026-05-01')).stoppedDays).toBe(1)
  })

  test('days before the start were never counted, so they are not left out', () => {
    const stops = [{ askedOn: day('2026-03-12'), answeredOn: day('2026-03-21') }]
    const shown = { identityAskedOn: day('2026-03-11'), identityShownOn: day('2026-03-20') }
    expect(clockOf(access('2026-03-10', { stops, ...shown }), rules, day('2026-05-01')).stoppedDays).toBe(1)
  })

  test('it waits for identity, and stands for an answer, as if either came today', () => {
    const waits = clockOf(access('2026-03-02', { identityAskedOn: day('2026-03-03') }), rules, day('2026-03-20'))
    expect([waits.state, waits.startsOn, waits.dueOn.toString()]).toEqual(['waits', null, '2026-04-20'])
    const stops = [{ askedOn: day('2026-03-12'), answeredOn: null }]
    const stands = clockOf(access('2026-03-10', { stops }), rules, day('2026-03-19'))
    expect([stands.state, stands.dueOn.toString()]).toEqual(['stopped', '2026-04-20'])
  })

  test('an extension counts from the original start, with the days that were stopped', () => {
    const stops = [{ askedOn: day('2026-03-12'), answeredOn: day('2026-03-19') }]
    // 10 June and eight days.
    expect(due(access('2026-03-10', { stops, extendedOn: day('2026-04-20') }))).toBe('2026-06-18')
  })
})

describe('what the service promises', () => {
  const promised = (facts: ClockFacts) => clockOf(facts, sooner, day('2026-09-04')).promisedOn.toString()

  test('is shown beside the law, and is kept before a weekend and not after it', () => {
    expect(promised(access('2026-09-03'))).toBe('2026-10-01')
    expect(promised(access('2026-09-05'))).toBe('2026-10-02')
  })

  test('says nothing of its own once more time was taken', () => {
    expect(promised(access('2026-09-03', { extendedOn: day('2026-09-20') }))).toBe('2026-12-03')
  })

  test.each([
    ['2026-09-10', 'far'],
    ['2026-09-21', 'near'],
    ['2026-10-01', 'today'],
    ['2026-10-05', 'today'],
    ['2026-10-06', 'late'],
  ] as const)('on %s it is %s', (today, nearness) => {
    expect(nearnessOf(clockOf(access('2026-09-03'), sooner, day(today)), day(today))).toBe(nearness)
  })
})
