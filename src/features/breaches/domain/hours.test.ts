import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateAndTime } from '../../../ui/dates.ts'
import { instantInLondon } from '../../../values/typed-time.ts'
import { leftWords, reportBy } from './hours.ts'

const at = (text: string) => Temporal.Instant.from(text)
const law = 'PT72H'

describe('seventy-two hours from when we knew', () => {
  test.each([
    ['an ordinary week', '2026-11-23T10:00:00Z', '2026-11-26T10:00:00Z'],
    ['over a weekend they do not stop', '2026-11-20T16:30:00Z', '2026-11-23T16:30:00Z'],
    ['nor over Christmas', '2026-12-24T12:00:00Z', '2026-12-27T12:00:00Z'],
    ['the clocks go forward on 28 March 2027', '2027-03-27T10:00:00Z', '2027-03-30T10:00:00Z'],
    ['the clocks go back on 25 October 2026', '2026-10-23T09:00:00Z', '2026-10-26T09:00:00Z'],
  ])('%s', (_, aware, by) => {
    expect(reportBy(at(aware), law).toString()).toBe(by)
  })

  test('the wall shows an hour later in spring and an hour earlier in autumn', () => {
    expect(dateAndTime(reportBy(at('2027-03-27T10:00:00Z'), law))).toContain('11am')
    expect(dateAndTime(reportBy(at('2026-10-23T09:00:00Z'), law))).toContain('9am')
    expect(dateAndTime(at('2026-10-23T09:00:00Z'))).toContain('10am')
  })

  test('of an hour that the clocks repeat the first is meant, so that nobody is late by it; one that they skip is none', () => {
    const time = (text: string) => Temporal.PlainTime.from(text)
    const autumn = instantInLondon(Temporal.PlainDate.from('2026-10-25'), time('01:30'))
    expect(autumn?.toString()).toBe('2026-10-25T00:30:00Z')
    expect(instantInLondon(Temporal.PlainDate.from('2027-03-28'), time('01:30'))).toBeNull()
  })

  test('it is always exactly seventy-two hours', () => {
    const instants = fc.integer({ min: 1_700_000_000, max: 2_000_000_000 })
    fc.assert(
      fc.property(instants, (second) => {
        const aware = Temporal.Instant.fromEpochMilliseconds(second * 1000)
        expect(aware.until(reportBy(aware, law), { largestUnit: 'hours' }).hours).toBe(72)
      }),
    )
  })

  test('says how long is left, and how late it is', () => {
    const by = at('2026-11-26T10:00:00Z')
    const words = (now: string) => leftWords(by, at(now))
    expect(words('2026-11-23T10:00:00Z')).toBe('72 hours left')
    expect(words('2026-11-26T08:30:00Z')).toBe('1 hour left')
    expect(words('2026-11-26T09:30:00Z')).toBe('less than an hour left')
    expect(words('2026-11-26T13:05:00Z')).toBe('3 hours late')
  })
})
