import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBusinessDay } from '../../../values/calendar-days.ts'
import { type ClockFacts, clockOf, type Stop } from './clock.ts'
import { requestKinds } from './kinds.ts'

const law = { answer: 'P1M', extension: 'P2M' }
const rules = { law, promise: 'P1M' }
const day = (days: number) => Temporal.PlainDate.from('2026-01-01').add({ days })
const before = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0

const days = fc.integer({ min: 0, max: 1200 })
const stop = (received: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 }))
    .map(([after, lasts]): Stop => ({ askedOn: day(received + after), answeredOn: day(received + after + lasts) }))

const anyFacts = days.chain((received) =>
  fc.record({
    kind: fc.constantFrom(...requestKinds),
    receivedOn: fc.constant(day(received)),
    identity: fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 })), { nil: null }),
    stops: fc.array(stop(received), { maxLength: 4 }),
    extended: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  }),
)

type Drawn = typeof anyFacts extends fc.Arbitrary<infer It> ? It : never
const factsOf = ({ kind, receivedOn, identity, stops, extended }: Drawn): ClockFacts => ({
  ...{ kind, receivedOn, stops },
  identityAskedOn: identity && receivedOn.add({ days: identity[0] }),
  identityShownOn: identity && receivedOn.add({ days: identity[0] + identity[1] }),
  extendedOn: extended === null ? null : receivedOn.add({ days: extended }),
})
const today = day(2000)

test('the last day is a working day, after the start, and the promise is never after it', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom('P1M', 'P28D', 'P14D'), (drawn, promise) => {
      const clock = clockOf(factsOf(drawn), { law, promise }, today)
      expect(isBusinessDay(clock.dueOn)).toBe(true)
      expect(before(clock.startsOn ?? today, clock.dueOn)).toBe(true)
      expect(before(clock.dueOn, clock.promisedOn)).toBe(false)
    }),
  )
})

test('nothing that the person must do ever brings the last day nearer', () => {
  fc.assert(
    fc.property(anyFacts, (drawn) => {
      const facts = factsOf({ ...drawn, extended: null })
      const bare = { ...facts, identityAskedOn: null, identityShownOn: null, stops: [] }
      expect(before(clockOf(facts, rules, today).dueOn, clockOf(bare, rules, today).dueOn)).toBe(false)
    }),
  )
})

test('a notice adds two months at the least when in time, and nothing when late', () => {
  fc.assert(
    fc.property(anyFacts, (drawn) => {
      const facts = factsOf(drawn)
      const { firstDueOn, dueOn, extended } = clockOf(facts, rules, today)
      const inTime = facts.extendedOn !== null && !before(firstDueOn, facts.extendedOn)
      expect(extended).toBe(inTime)
      expect(extended ? before(firstDueOn.add({ days: 50 }), dueOn) : dueOn.equals(firstDueOn)).toBe(true)
    }),
  )
})

test('questions stop the clock of an access request alone, and the order in which they are told does not matter', () => {
  fc.assert(
    fc.property(anyFacts, (drawn) => {
      const facts = factsOf(drawn)
      const { stoppedDays } = clockOf(facts, rules, today)
      if (facts.kind !== 'access') expect(stoppedDays).toBe(0)
      expect(clockOf({ ...facts, stops: facts.stops.toReversed() }, rules, today).stoppedDays).toBe(stoppedDays)
    }),
  )
})

test('the days left out are those that a person would cross out on a calendar', () => {
  fc.assert(
    fc.property(anyFacts, (drawn) => {
      const facts = factsOf({ ...drawn, kind: 'access', extended: null })
      const { stoppedDays, startsOn } = clockOf(facts, rules, today)
      const crossed = new Set<string>()
      for (const { askedOn, answeredOn } of facts.stops)
        for (let it = askedOn; answeredOn && !before(answeredOn, it); it = it.add({ days: 1 }))
          if (startsOn && before(startsOn, it)) crossed.add(it.toString())
      expect(stoppedDays).toBe(crossed.size)
    }),
  )
})
