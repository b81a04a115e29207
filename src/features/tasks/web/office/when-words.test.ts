import { expect, test } from 'vitest'
import { dueWords, sinceWords } from './when-words.ts'

// A Monday.
const today = Temporal.PlainDate.from('2026-11-23')

test.each([
  ['2026-11-23T09:15:00Z', 'since 9:15am'],
  ['2026-11-22T23:59:00Z', 'since yesterday'],
  ['2026-11-17T12:00:00Z', 'since Tuesday'],
  ['2026-11-16T12:00:00Z', 'since 16 November'],
  ['2025-12-31T12:00:00Z', 'since 31 December 2025'],
  // Just after midnight in summer it is still yesterday in UTC.
  ['2026-07-01T23:30:00Z', 'since 2 July'],
])('%s waits %s', (at, words) => {
  expect(sinceWords(Temporal.Instant.from(at), today)).toBe(words)
})

test.each([
  ['2026-11-23', 'due today'],
  ['2026-11-24', 'due tomorrow'],
  ['2026-11-27', 'due on Friday'],
  ['2026-11-30', 'due on 30 November'],
  ['2027-01-04', 'due on 4 January 2027'],
  ['2026-11-22', 'was due yesterday'],
  ['2026-11-18', 'was due on Wednesday'],
  ['2026-11-16', 'was due on 16 November'],
])('%s is %s', (due, words) => {
  expect(dueWords(Temporal.PlainDate.from(due), today)).toBe(words)
})
