import { monthNames } from './month-names.ts'
import { done, type Outcome, refused } from './outcome.ts'

/** A date of which only some parts are known: people do not always know when the other party was born. */
export type PartialDate = { readonly year?: number; readonly month?: number; readonly day?: number }

export type PartialDateReason =
  | 'date.empty'
  | 'date.dayNotReal'
  | 'date.monthNotReal'
  | 'date.yearNotReal'
  | 'date.monthMissing'
  | 'date.noSuchDay'
  | 'date.tooEarly'
  | 'date.tooLate'

/** The three boxes as typed; the month may be a number or a name. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }

/** Reads the three boxes; any may be empty, but not all, nor the month between a day and a year. Limits are whole dates. */
export function readPartialDate(
  typed: TypedDate,
  limits: { readonly earliest?: Temporal.PlainDate; readonly latest?: Temporal.PlainDate } = {},
): Outcome<PartialDate, PartialDateReason> {
  const day = numberIn(typed.day, /^\d{1,2}$/)
  const month = monthIn(typed.month)
  const year = numberIn(typed.year, /^\d{4}$/)
  if (day === null || (day !== undefined && (day < 1 || day > 31))) return refused('date.dayNotReal')
  if (month === null || (month !== undefined && (month < 1 || month > 12))) return refused('date.monthNotReal')
  if (year === null || (year !== undefined && year < 1000)) return refused('date.yearNotReal')
  const date = knownParts(year, month, day)
  const reason = faultOf(date) ?? beyond(date, limits.earliest, limits.latest)
  return reason ? refused(reason) : done(date)
}

/**
 * Text that sorts by year and keeps what is unknown apart: `1981-04-07`, `1981-04`, `1981`, and without a year
 * `--04-07`, `--04` and `---07` (the truncated forms of ISO 8601:2000, as in vCard).
 */
export function partialDateText({ year, month, day }: PartialDate): string {
  const two = (part: number | undefined) => String(part).padStart(2, '0')
  if (year !== undefined) {
    const wholeYear = String(year).padStart(4, '0')
    return [wholeYear, ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-')
  }
  if (month === undefined) return `---${two(day)}`
  return day === undefined ? `--${two(month)}` : `--${two(month)}-${two(day)}`
}

/** Reads that text. Malformed text can only come from us, so it throws. */
export function parsePartialDate(text: string): PartialDate {
  const parts =
    /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?$/.exec(text)?.groups ??
    /^--(?<month>\d\d)(?:-(?<day>\d\d))?$/.exec(text)?.groups ??
    /^---(?<day>\d\d)$/.exec(text)?.groups
  const whole = (part: string | undefined) => (part === undefined ? undefined : Number(part))
  const date = knownParts(whole(parts?.year), whole(parts?.month), whole(parts?.day))
  if (faultOf(date)) throw new RangeError('not a partial date')
  return date
}

/** The parts that are known, in words: `7 April 1981`, `April 1981`, `7 April`, `1981`. */
export function describePartialDate({ year, month, day }: PartialDate): string {
  if (month === undefined) return day === undefined ? String(year) : `day ${day} of an unknown month`
  return [day, monthNames[month - 1], year].filter((part) => part !== undefined).join(' ')
}

/** The whole date, where every part is known. */
export function wholeDate({ year, month, day }: PartialDate): Temporal.PlainDate | null {
  if (year === undefined || month === undefined || day === undefined) return null
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
}

function faultOf({ year, month, day }: PartialDate): PartialDateReason | undefined {
  if (year === undefined && month === undefined && day === undefined) return 'date.empty'
  if (month !== undefined && (month < 1 || month > 12)) return 'date.monthNotReal'
  if (day !== undefined && (day < 1 || day > 31)) return 'date.dayNotReal'
  if (year !== undefined && day !== undefined && month === undefined) return 'date.monthMissing'
  if (day === undefined || month === undefined) return undefined
  // Without a year, 29 February may be right.
  const longest = new Temporal.PlainYearMonth(year ?? 2000, month).daysInMonth
  return day > longest ? 'date.noSuchDay' : undefined
}

// Refused only when no day that fits what is known lies within the limits.
function beyond(
  { year, month, day }: PartialDate,
  earliest: Temporal.PlainDate | undefined,
  latest: Temporal.PlainDate | undefined,
): PartialDateReason | undefined {
  if (year === undefined) return undefined
  const first = new Temporal.PlainDate(year, month ?? 1, day ?? 1)
  const last = Temporal.PlainDate.from({ year, month: month ?? 12, day: day ?? 31 }, { overflow: 'constrain' })
  if (earliest && Temporal.PlainDate.compare(last, earliest) < 0) return 'date.tooEarly'
  if (latest && Temporal.PlainDate.compare(first, latest) > 0) return 'date.tooLate'
  return undefined
}

const knownParts = (year?: number, month?: number, day?: number): PartialDate => ({
  ...(year === undefined ? {} : { year }),
  ...(month === undefined ? {} : { month }),
  ...(day === undefined ? {} : { day }),
})

// Nothing typed is undefined; something that is no number is null.
function numberIn(typed: string, pattern: RegExp): number | null | undefined {
  const words = typed.normalize('NFKC').trim()
  if (words === '') return undefined
  return pattern.test(words) ? Number(words) : null
}

function monthIn(typed: string): number | null | undefined {
  const words = typed.normalize('NFKC').trim().toLowerCase().replace(/\.$/, '')
  if (words.length < 3 || /\d/.test(words)) return numberIn(words, /^\d{1,2}$/)
  const found = monthNames.findIndex((name) => name.toLowerCase().startsWith(words))
  return found < 0 ? null : found + 1
}
