import { expect, test } from 'vitest'
import { dueReminder, reminderPlanOn } from './reminders.ts'

const plan = reminderPlanOn(Temporal.PlainDate.from('2026-11-23'))
const at = (text: string) => Temporal.Instant.from(text)
const startsAt = at('2026-12-10T14:00:00Z')
const due = (now: string, lastTold: string | null = '2026-11-20T10:00:00Z', starts = startsAt) =>
  dueReminder({ startsAt: starts, now: at(now), lastTold: lastTold === null ? null : at(lastTold) }, plan)
    ?.daysBefore ?? null

test.each([
  ['2026-12-02T23:59:00Z', null],
  ['2026-12-03T08:59:00Z', null],
  ['2026-12-03T09:00:00Z', 7],
  ['2026-12-06T18:00:00Z', 7],
  ['2026-12-07T09:00:00Z', 3],
  ['2026-12-09T09:00:00Z', 1],
  ['2026-12-10T09:00:00Z', null],
  ['2026-12-11T09:00:00Z', null],
])('at %s the reminder of %s days before is the latest', (now, days) => {
  expect(due(now)).toBe(days)
})

test('whoever was told on that day or after it is not told the same again', () => {
  expect(due('2026-12-07T10:00:00Z', '2026-12-07T09:01:00Z')).toBeNull()
  expect(due('2026-12-08T10:00:00Z', '2026-12-08T09:30:00Z')).toBeNull()
  expect(due('2026-12-09T10:00:00Z', '2026-12-08T09:30:00Z')).toBe(1)
  expect(due('2026-12-07T10:00:00Z', null)).toBe(3)
})

test('days are those of London, also when the clocks change', () => {
  const afterChange = at('2027-03-28T09:30:00Z')
  expect(due('2027-03-21T08:59:00Z', null, afterChange)).toBeNull()
  expect(due('2027-03-21T09:00:00Z', null, afterChange)).toBe(7)
  expect(due('2027-03-27T23:30:00Z', '2027-03-27T09:00:00Z', afterChange)).toBeNull()
})
