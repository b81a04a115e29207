import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describePartialDate, parsePartialDate, partialDateText, readPartialDate, wholeDate } from './partial-date.ts'

const typed = (day: string, month: string, year: string) => ({ day, month, year })

describe('the three boxes', () => {
  test.each([
    ['7', '4', '1981', '1981-04-07', '7 April 1981'],
    ['07', 'April', '1981', '1981-04-07', '7 April 1981'],
    ['7', 'apr.', '1981', '1981-04-07', '7 April 1981'],
    ['1', 'Sept', '1981', '1981-09-01', '1 September 1981'],
    ['', '4', '1981', '1981-04', 'April 1981'],
    ['', '', '1981', '1981', '1981'],
    ['7', '4', '', '--04-07', '7 April'],
    ['', '4', '', '--04', 'April'],
    ['7', '', '', '---07', 'day 7 of an unknown month'],
    ['29', '2', '', '--02-29', '29 February'],
    ['29', '2', '2024', '2024-02-29', '29 February 2024'],
    [' ７ ', '４', '１９８１', '1981-04-07', '7 April 1981'],
  ])('%j %j %j is %s', (day, month, year, text, words) => {
    const outcome = readPartialDate(typed(day, month, year))
    if (!outcome.done) throw new Error(outcome.reason)
    expect(partialDateText(outcome.value)).toBe(text)
    expect(describePartialDate(outcome.value)).toBe(words)
    expect(parsePartialDate(text)).toEqual(outcome.value)
  })

  test.each([
    ['', ' ', '', 'date.empty'],
    ['32', '1', '1981', 'date.dayNotReal'],
    ['0', '1', '1981', 'date.dayNotReal'],
    ['x', '1', '1981', 'date.dayNotReal'],
    ['7', '13', '1981', 'date.monthNotReal'],
    ['7', 'Thermidor', '1981', 'date.monthNotReal'],
    ['7', 'ma', '1981', 'date.monthNotReal'],
    ['7', '4', '81', 'date.yearNotReal'],
    ['7', '4', '0981', 'date.yearNotReal'],
    ['7', '4', '1981\u0000', 'date.yearNotReal'],
    ['7', '', '1981', 'date.monthMissing'],
    ['31', '4', '1981', 'date.noSuchDay'],
    ['29', '2', '1981', 'date.noSuchDay'],
    ['30', '2', '', 'date.noSuchDay'],
  ])('%j %j %j is refused: %s', (day, month, year, reason) => {
    expect(readPartialDate(typed(day, month, year))).toEqual({ done: false, reason })
  })
})

describe('limits', () => {
  const limits = { earliest: Temporal.PlainDate.from('1900-01-01'), latest: Temporal.PlainDate.from('2026-11-21') }
  test.each([
    ['22', '11', '2026', 'date.tooLate'],
    ['', '12', '2026', 'date.tooLate'],
    ['', '', '2027', 'date.tooLate'],
    ['', '', '1899', 'date.tooEarly'],
  ])('%j %j %j is refused: %s', (day, month, year, reason) => {
    expect(readPartialDate(typed(day, month, year), limits)).toEqual({ done: false, reason })
  })
  test.each([
    ['21', '11', '2026'],
    ['', '11', '2026'],
    ['', '', '2026'],
    ['31', '12', ''],
    ['1', '1', '1900'],
  ])('%j %j %j may be within them', (day, month, year) => {
    expect(readPartialDate(typed(day, month, year), limits).done).toBe(true)
  })
})

test.each(['', '1981-13', '1981-04-31', '--', '81', '1981-4', '1981--07', '---32'])('%j is no partial date', (text) => {
  expect(() => parsePartialDate(text)).toThrow(RangeError)
})

test('any real day, with any part left out that may be, survives the text', () => {
  const days = fc.integer({ min: 0, max: 80_000 }).map((at) => Temporal.PlainDate.from('1850-01-01').add({ days: at }))
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('whole', 'no day', 'year', 'no year', 'month', 'day'),
      ({ year, month, day }, known) => {
        const date = {
          whole: { year, month, day },
          'no day': { year, month },
          year: { year },
          'no year': { month, day },
          month: { month },
          day: { day },
        }[known]
        expect(parsePartialDate(partialDateText(date))).toEqual(date)
      },
    ),
  )
})

test('only a date that is known whole is one', () => {
  expect(wholeDate({ year: 1981, month: 4, day: 7 })?.toString()).toBe('1981-04-07')
  expect(wholeDate({ year: 1981, month: 4 })).toBeNull()
})
