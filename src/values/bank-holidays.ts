/**
 * Bank holidays of England and Wales, as published at gov.uk/bank-holidays (Banking and Financial Dealings Act 1971
 * and proclamations under it), with Good Friday and Christmas Day. Special days (2020, 2022, 2023) cannot be foreseen:
 * every year's list is data, and a year that is not here is projected by rule and says so.
 */
const published: Readonly<Record<number, readonly string[]>> = {
  2019: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
}

export type BankHolidays = {
  readonly year: number
  /** True when the year's list is not published yet and was worked out by rule: say so wherever a date rests on it. */
  readonly projected: boolean
  /** In order, ISO dates. */
  readonly days: readonly string[]
}

const known = new Map<number, BankHolidays>()

/** The bank holidays of a year, published or projected. */
export function bankHolidaysOf(year: number): BankHolidays {
  const before = known.get(year)
  if (before) return before
  const list = published[year]
  const found: BankHolidays = {
    year,
    projected: list === undefined,
    days: list?.map((day) => `${year}-${day}`) ?? projectedDays(year),
  }
  known.set(year, found)
  return found
}

export const isBankHoliday = (date: Temporal.PlainDate): boolean =>
  bankHolidaysOf(date.year).days.includes(date.toString())

/** The list that the ordinary rules give: what a year holds when nobody proclaims anything else. */
export function projectedDays(year: number): string[] {
  const easter = easterSunday(year)
  const christmas = new Temporal.PlainDate(year, 12, 25)
  return [
    substitute(new Temporal.PlainDate(year, 1, 1), 2, 1),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...[substitute(christmas, 2, 2), substitute(christmas.add({ days: 1 }), 2, 2)].sort(Temporal.PlainDate.compare),
  ].map(String)
}

// A holiday on a Saturday or Sunday moves on: New Year's Day to Monday, Christmas and Boxing Day by two days, so that
// they never meet (Saturday and Sunday become Monday and Tuesday; Sunday and Monday become Tuesday and Monday).
const substitute = (date: Temporal.PlainDate, fromSaturday: number, fromSunday: number): Temporal.PlainDate => {
  if (date.dayOfWeek === 6) return date.add({ days: fromSaturday })
  if (date.dayOfWeek === 7) return date.add({ days: fromSunday })
  return date
}

const firstMonday = (year: number, month: number): Temporal.PlainDate => {
  const first = new Temporal.PlainDate(year, month, 1)
  return first.add({ days: (8 - first.dayOfWeek) % 7 })
}

const lastMonday = (year: number, month: number): Temporal.PlainDate => {
  const last = new Temporal.PlainDate(year, month, 1).add({ months: 1 }).subtract({ days: 1 })
  return last.subtract({ days: last.dayOfWeek - 1 })
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const position = epact + weekday - 7 * late + 114
  return new Temporal.PlainDate(year, Math.floor(position / 31), (position % 31) + 1)
}
