import { londonInstant, serviceTimeZone } from './calendar-days.ts'
import { done, type Outcome, refused } from './outcome.ts'

export type TimeReason = 'time.empty' | 'time.notTime' | 'time.halfOfDay' | 'time.notQuarter'

const shape = /^(?<hour>\d{1,2})(?:[:.]?(?<minute>\d{2}))?\s*(?<half>[ap])?\.?(?:m\.?)?$/i
const named = new Map([
  ['midday', '12:00'],
  ['noon', '12:00'],
])

/**
 * Reads a time as people type it: `14:30`, `2.30pm`, `9am`, `0930`. An hour from one to six without am or pm could be either, and
 * is asked about. Appointments begin on the quarter of an hour;
 * what happened, happened at any minute.
 */
export function readTime(
  typed: string,
  every: 'quarter' | 'minute' = 'quarter',
): Outcome<Temporal.PlainTime, TimeReason> {
  const words = typed.normalize('NFKC').trim().toLowerCase()
  if (words === '') return refused('time.empty')
  const parts = shape.exec(named.get(words) ?? words)?.groups
  if (!parts) return refused('time.notTime')
  const [hour, minute] = [Number(parts.hour), Number(parts.minute ?? '0')]
  const half = parts.half?.toLowerCase()
  if (minute > 59 || hour > 23 || (half && (hour === 0 || hour > 12))) return refused('time.notTime')
  if (hour === 0 && parts.minute === undefined) return refused('time.notTime')
  if (!half && hour >= 1 && hour <= 6 && !String(parts.hour).startsWith('0')) return refused('time.halfOfDay')
  if (every === 'quarter' && minute % 15 !== 0) return refused('time.notQuarter')
  return done(new Temporal.PlainTime(half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour, minute))
}

/** The instant of a time in London; null for one that the clocks skip on the night they go forward. */
export function instantInLondon(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant | null {
  const local = date.toPlainDateTime(time)
  const instant = londonInstant(local)
  return instant.toZonedDateTimeISO(serviceTimeZone).toPlainDateTime().equals(local) ? instant : null
}
