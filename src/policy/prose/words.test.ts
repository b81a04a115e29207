import { describe, expect, it } from 'vitest'
import { dateInWords, durationInWords, isDuration, listed, spanInDays } from './words.ts'

describe('durations in words', () => {
  it.each([
    ['P7Y', 'seven years'],
    ['P6Y6M', 'six and a half years'],
    ['P1Y', 'one year'],
    ['P1Y6M', 'one and a half years'],
    ['P11M', '11 months'],
    ['P28D', '28 days'],
    ['P1Y2M', 'one year and two months'],
    ['PT72H', '72 hours'],
    ['PT10M', 'ten minutes'],
    ['P0D', 'no time'],
  ])('%s is %s', (iso, words) => expect(durationInWords(iso)).toBe(words))

  it.each(['', '7Y', 'P', 'seven years', '-P1Y', 'P1.5Y', 'browserClose', undefined])('%s is none', (text) =>
    expect(isDuration(text)).toBe(false),
  )
})

describe('the span of a duration', () => {
  it('of a month is from 28 to 31 days, so that thirty days can be longer', () => {
    expect(spanInDays('P1M')).toEqual({ least: 28, most: 31 })
    expect(spanInDays('P30D')).toEqual({ least: 30, most: 30 })
  })
  it('of eleven months is never less than 334 days', () => expect(spanInDays('P11M').least).toBe(334))
  it('counts hours as parts of a day', () => expect(spanInDays('PT72H')).toEqual({ least: 3, most: 3 }))
})

describe('words in a row', () => {
  it('joins them as people do', () => {
    expect(listed([])).toBe('')
    expect(listed(['a'])).toBe('a')
    expect(listed(['a', 'b'])).toBe('a and b')
    expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c')
  })
  it('says a date in full', () => expect(dateInWords('2026-11-21')).toBe('21 November 2026'))
})
