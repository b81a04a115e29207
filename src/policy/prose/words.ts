const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const inWords = (count: number): string => small[count] ?? String(count)

/** A count with its noun: "one year", "seven years", "11 months". */
export const counted = (count: number, noun: string): string => `${inWords(count)} ${noun}${count === 1 ? '' : 's'}`

/** Words in a row: "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** Whether a text is an ISO 8601 duration of some length. */
export function isDuration(text: string | undefined): text is string {
  if (text === undefined) return false
  try {
    return Temporal.Duration.from(text).sign >= 0 && /^P/.test(text)
  } catch {
    return false
  }
}

/** A duration as people say it: `P7Y` is "seven years", `P6Y6M` "six and a half years". Throws on what is no duration. */
export function durationInWords(iso: string): string {
  const { years, months, weeks, days, hours, minutes } = Temporal.Duration.from(iso)
  if (years > 0 && months === 6) return `${inWords(years)} and a half years`
  const parts: [number, string][] = [
    [years, 'year'],
    [months, 'month'],
    [weeks, 'week'],
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ]
  const said = parts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun))
  return said.length > 0 ? listed(said) : 'no time'
}

/** A date as people say it: "21 November 2026". */
export const dateInWords = (iso: string): string =>
  Temporal.PlainDate.from(iso).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** The first letter made a capital, for a phrase that begins a sentence. */
export const sentence = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1)

const starts = Array.from({ length: 48 }, (_, month) => Temporal.PlainDate.from('2025-01-01').add({ months: month }))

/** The fewest and the most days that a duration can span, since months and years differ in length. */
export function spanInDays(iso: string): { readonly least: number; readonly most: number } {
  const whole = Temporal.Duration.from(iso)
  const hours = whole.hours / 24 + whole.minutes / 1440 + whole.seconds / 86_400
  const duration = whole.with({ hours: 0, minutes: 0, seconds: 0 })
  const spans = starts.flatMap((start) => {
    const forward = start.until(start.add(duration), { largestUnit: 'days' }).days
    const end = start.add({ months: 1 }).subtract({ days: 1 })
    return [forward, end.until(end.add(duration), { largestUnit: 'days' }).days]
  })
  return { least: Math.min(...spans) + hours, most: Math.max(...spans) + hours }
}
