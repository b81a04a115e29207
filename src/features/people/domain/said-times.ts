import { type SafeTimes, weekDays } from './safe-times.ts'

const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const groupsOfDays: readonly (readonly [RegExp, string])[] = [
  [/\bweek-?days?\b/g, 'mon-fri'],
  [/\bweek-?ends?\b/g, 'sat-sun'],
  [/\b(?:any|every) ?day\b/g, 'mon-sun'],
]

/** In the order of a week; all of them, or none, is every day. */
export function daysAmong(chosen: readonly string[]): string | null {
  const days = weekDays.filter((it) => chosen.includes(it))
  return days.length === 0 || days.length === weekDays.length ? null : days.join(' ')
}

/** Days as somebody types them while they listen: `Mon-Fri`, `tue & thu`, `weekends`. Undefined when they cannot be read. */
export function readDays(typed: string): string | null | undefined {
  const plain = groupsOfDays.reduce((text, [words, days]) => text.replace(words, days), typed.trim().toLowerCase())
  const parts = plain.replace(/\s*(?:-|–|\bto\b)\s*/g, '-').split(/(?:[\s,;&+]|\band\b)+/)
  const chosen = parts.filter((it) => it !== '').map(daysOfPart)
  return chosen.some((it) => it === null) ? undefined : daysAmong(chosen.flatMap((it) => it ?? []))
}

/** A day, or the days from one to another, also over the end of the week. */
function daysOfPart(part: string): string[] | null {
  const ends = part.split('-').map(dayNumber)
  const [first, last = first] = ends
  if (ends.length > 2 || first === undefined || last === undefined || ends.includes(-1)) return null
  const many = (last - first + weekDays.length) % weekDays.length
  return Array.from({ length: many + 1 }, (_, ahead) => weekDays[(first + ahead) % weekDays.length] as string)
}

const dayNumber = (text: string): number =>
  text.length < 2
    ? -1
    : names.findIndex((it) => it.startsWith(text) || `${it}s` === text || `${it.slice(0, 3)}s` === text)

/** An hour as somebody types it: `18`, `6pm`, `18.30`. Null when nothing was typed, undefined when it cannot be read. */
export function readHour(typed: string): string | null | undefined {
  const text = typed.trim().toLowerCase()
  if (text === '') return null
  const found = /^(\d{1,2})(?:[:.]?([0-5]\d))? ?(am|pm)?$/.exec(text)
  if (!found) return undefined
  const [, hour = '', minute = '00', half] = found
  const number = Number(hour)
  if (half ? number < 1 || number > 12 : number > 23) return undefined
  const inDay = half ? (number % 12) + (half === 'pm' ? 12 : 0) : number
  return `${String(inDay).padStart(2, '0')}:${minute}`
}

/** The hours from one to the other; one alone is open at its other end. Null when they are the wrong way round. */
export function hoursBetween(from: string | null, until: string | null): Omit<SafeTimes, 'safeDays'> | null {
  if (from === null && until === null) return { safeFrom: null, safeUntil: null }
  const hours = { safeFrom: from ?? '00:00', safeUntil: until ?? '23:59' }
  return hours.safeFrom < hours.safeUntil ? hours : null
}
