import { describe, expect, test } from 'vitest'
import { canBeTwoDays, readSheetDate } from './read-date.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const read = (text: string, dayFirst: boolean | null = null, of: 'birth' | 'case' = 'case') => {
  const reading = readSheetDate(text, { dayFirst, today, of })
  return reading.done ? reading.value : reading.reason
}

describe('a day of a sheet', () => {
  test.each([
    ['2024-05-06', '2024-05-06'],
    ['2024-05-06T00:00:00', '2024-05-06'],
    ['2024-05-06 00:00:00', '2024-05-06'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['05.05.2024', '2024-05-05'],
    ['6 May 2024', '2024-05-06'],
    ['6th of nothing', 'notADate'],
    ['Mon 6 May 2024', '2024-05-06'],
    ['6-May-24', '2024-05-06'],
    ['May 6, 2024', '2024-05-06'],
    ['30/02/2024', 'notADate'],
    ['45123', 'number'],
    ['06/05/2027', 'whichFirst'],
    ['6 May 2027', 'future'],
    ['1 May 1960', 'tooEarly'],
    ['', 'notADate'],
    ['=NOW()', 'notADate'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  test('that could be two is asked about and then read as was said', () => {
    expect(read('06/05/2024')).toBe('whichFirst')
    expect(read('06/05/2024', true)).toBe('2024-05-06')
    expect(read('06/05/2024', false)).toBe('2024-06-05')
    expect(read('25/12/2023', false)).toBe('notADate')
    expect([canBeTwoDays('06/05/2024'), canBeTwoDays('06/06/2024'), canBeTwoDays('26/05/2024')]).toEqual([
      ...[true, false, false],
    ])
  })

  test('of birth may be a year alone, and its century is not guessed', () => {
    expect(read('1981', null, 'birth')).toBe('1981')
    expect(read('25/12/81', null, 'birth')).toBe('1981-12-25')
    expect(read('25/12/19', null, 'birth')).toBe('twoDigitYear')
    expect(read('25/12/19')).toBe('2019-12-25')
    expect(read('25/12/1899', null, 'birth')).toBe('tooEarly')
  })
})
