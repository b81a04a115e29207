import { expect, test } from 'vitest'
import { type Ringing, ringingWords } from './ringing.ts'

const anyTime = { safeDays: null, safeFrom: null, safeUntil: null }
const asked: Ringing = {
  ...{ why: null, voicemail: 'unsafe', safe: anyTime, times: null, whoMayAnswer: null, hasCodeWord: false },
}
/** A Saturday, ten in the morning. */
const now = Temporal.Instant.from('2026-11-21T10:00Z')

test('says when it is safe, and if not now, when it is again', () => {
  const evenings = { safeDays: 'Mon Tue', safeFrom: '18:00', safeUntil: '20:00' }
  expect(ringingWords({ ...asked, safe: evenings }, now)).toBe(
    'Safe to ring Mon, Tue, 18:00 to 20:00; not now, again from 18:00 on Mon 23 Nov; leave no message',
  )
  const monday = Temporal.Instant.from('2026-11-23T18:30Z')
  expect(ringingWords({ ...asked, safe: evenings }, monday)).not.toContain('not now')
  const early = monday.subtract({ hours: 8 })
  expect(ringingWords({ ...asked, safe: evenings }, early)).toContain('not now, again from 18:00 today;')
  const weekend = { safeDays: 'Sat Sun', safeFrom: null, safeUntil: null }
  expect(ringingWords({ ...asked, safe: weekend }, monday)).toContain('not now, again on Sat 28 Nov;')
})

test('says what to mind when it is answered, and never the code word itself', () => {
  const minding = {
    ...asked,
    voicemail: 'safe',
    whoMayAnswer: 'Their sister',
    hasCodeWord: true,
    times: 'Late',
  } as const
  expect(ringingWords(minding, now)).toBe(
    'Safe to ring; “Late”; a message may be left; who may answer: Their sister; there is a code word',
  )
})

test('says honestly what nobody asked', () => {
  expect(ringingWords({ ...asked, voicemail: 'not_asked' }, now)).toBe(
    'Safe to ring, hours not asked; leave no message, nobody asked',
  )
  expect(ringingWords({ ...asked, why: 'not_asked' }, now)).toBe('Not asked whether it is safe to ring')
})

test('a way that may not be used says so and nothing else', () => {
  for (const why of ['unsafe', 'shared', 'told_by_another', 'none'] as const)
    expect(ringingWords({ ...asked, why, times: 'Late' }, now)).not.toContain('Late')
})
