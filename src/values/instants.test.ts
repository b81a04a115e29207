import { expect, test } from 'vitest'
import { readInstant } from './instants.ts'

test('an instant is read', () => {
  expect(readInstant('2026-11-24T15:30:00Z')?.toString()).toBe('2026-11-24T15:30:00Z')
})

test.each([undefined, '', 'yesterday', '2026-11-24', '2026-11-24T15:30:00', '2026-13-24T15:30:00Z'])(
  '%s is none',
  (text) => expect(readInstant(text)).toBeUndefined(),
)
