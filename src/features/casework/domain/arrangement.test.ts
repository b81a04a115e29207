import { expect, test } from 'vitest'
import { type ArrangedBy, type Arrangement, currentArrangements } from './arrangement.ts'

const said = (by: ArrangedBy, day: string, lives: string): Arrangement => ({
  ...{ by, lives, timeWith: '', holidays: '', school: '' },
  saidOn: Temporal.PlainDate.from(day),
})

test('of each who spoke the newest holds, and nothing that was said before is lost', () => {
  const all = [said('A', '2026-11-20', 'new'), said('B', '2026-11-10', 'theirs'), said('A', '2026-10-01', 'old')]
  const { now, earlier } = currentArrangements(all)
  expect([now.get('A')?.lives, now.get('B')?.lives, now.get('both')]).toEqual(['new', 'theirs', undefined])
  expect(earlier.map((it) => it.lives)).toEqual(['old'])
})

test('where nobody spoke there is nothing', () => {
  expect(currentArrangements([])).toEqual({ now: new Map(), earlier: [] })
})
