import { monthNames } from '../../../values/month-names.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'

export type SheetDateReason = 'whichFirst' | 'twoDigitYear' | 'number' | 'notADate' | 'future' | 'tooEarly'

export const dateMessages: Readonly<Record<SheetDateReason, string>> = {
  whichFirst: 'This can be read as two days. Say under "What the columns are" whether the day or the month comes first',
  twoDigitYear: 'The year has two digits, so the century is not known. Write all four',
  number: 'This is a number and no day. Show the column as a date in the spreadsheet, and save it again',
  notADate: 'This is no day that there is. Write it like 7 April 1981',
  future: 'This day is in the future',
  tooEarly: 'This day is too long ago to be right',
}

export interface DateReading {
  /** How days such as 03/04/2021 are written; null while nobody has said. */
  readonly dayFirst: boolean | null
  readonly today: Temporal.PlainDate
  /** A day of birth may be a year alone, and of a year with two digits the century may not be known. */
  readonly of: 'birth' | 'case'
}

type Parts = { readonly year: string; readonly month: number; readonly day: number }

/** Reads a day of a sheet, as ISO text. Where it could be two days it is not read. */
export function readSheetDate(text: string, how: DateReading): Outcome<string, SheetDateReason> {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
  if (how.of === 'birth' && /^(19|20)\d{2}$/.test(plain)) return within(plain, how)
  if (/^\d{5}(\.\d+)?$/.test(plain)) return refused('number')
  const parts = isoParts(plain) ?? wordParts(plain) ?? numberParts(plain, how.dayFirst)
  if (parts === 'whichFirst') return refused('whichFirst')
  if (!parts) return refused('notADate')
  const year = wholeYear(parts.year, how)
  if (year === null) return refused('twoDigitYear')
  try {
    const day = Temporal.PlainDate.from({ year, month: parts.month, day: parts.day }, { overflow: 'reject' })
    return within(day.toString(), how)
  } catch {
    return refused('notADate')
  }
}

function isoParts(text: string): Parts | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  return year ? { year, month: Number(month), day: Number(day) } : null
}

function wordParts(text: string): Parts | null {
  const plain = text.replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+/i, '')
  const [, day, word, year] =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s\-./]+([A-Za-z]{3,9})\.?,?[\s\-./]+(\d{4}|\d{2})$/.exec(plain) ?? []
  if (day && word && year) return named(word, day, year)
  const [, word2, day2, year2] = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(plain) ?? []
  return word2 && day2 && year2 ? named(word2, day2, year2) : null
}

function named(word: string, day: string, year: string): Parts | null {
  const month = monthNames.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase())) + 1
  return month === 0 ? null : { year, month, day: Number(day) }
}

const numbers = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/

function numberParts(text: string, dayFirst: boolean | null): Parts | 'whichFirst' | null {
  const [, one, two, year] = numbers.exec(text) ?? []
  if (!one || !two || !year) return null
  const [first, second] = [Number(one), Number(two)]
  const readDayFirst = dayFirst ?? (first > 12 || first === second ? true : second > 12 ? false : null)
  if (readDayFirst === null) return 'whichFirst'
  return readDayFirst ? { year, month: second, day: first } : { year, month: first, day: second }
}

/** Whether a cell is a day that can be read as two: somebody has to say which it is. */
export function canBeTwoDays(text: string): boolean {
  return numberParts(text.trim(), null) === 'whichFirst'
}

/** A case is of the last decades; a birth may be of this century or the one before. */
function wholeYear(year: string, { today, of }: DateReading): number | null {
  if (year.length === 4) return Number(year)
  const recent = Math.floor(today.year / 100) * 100 + Number(year)
  if (recent > today.year) return recent - 100
  return of === 'case' ? recent : null
}

const earliest = { birth: '1900', case: '1975-01-01' } as const

function within(text: string, { today, of }: DateReading): Outcome<string, SheetDateReason> {
  if (text > today.toString()) return refused('future')
  return text < earliest[of] ? refused('tooEarly') : done(text)
}
