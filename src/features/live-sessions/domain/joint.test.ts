import { expect, test } from 'vitest'
import { composedSummary, isJoint } from './joint.ts'
import type { NoteKind, Passing, Room } from './words.ts'

const passedAt = Temporal.Instant.from('2026-11-23T10:00:00Z')
const note = (zone: Room, passing: Passing | null, passed: boolean, kind: NoteKind = 'proposal', words = 'x') => ({
  ...{ zone, passing, kind, words },
  passedAt: passed ? passedAt : null,
})

test.each([
  [note('both', null, false), true],
  [note('A', 'may', false), false],
  [note('A', 'ask', false), false],
  [note('B', 'may_not', false), false],
  [note('B', 'may', true), true],
])('%o is joint: %s', (it, joint) => {
  expect(isJoint(it)).toBe(joint)
})

test('a summary is made of what is joint, agreements first', () => {
  const composed = composedSummary([
    note('A', 'may', true, 'proposal', 'Sundays in turn'),
    note('B', 'may', false, 'proposal', 'secret'),
    note('B', 'may_not', false, 'fact', 'hidden'),
    note('both', null, false, 'agreement', 'Wednesdays'),
  ])
  expect(composed).toBe('What was agreed\n- Wednesdays\n\nWhat was proposed\n- Sundays in turn')
})
