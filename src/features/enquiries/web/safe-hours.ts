import { hoursBetween, readHour, type SafeTimes } from '../../people/index.ts'

type Sent = Readonly<Record<'safe_from' | 'safe_until', string>>

/** The hours of a form as they are kept. What cannot be read is refused at its field, and kept as typed. */
export function readHours(sent: Sent, refuse: (field: string, message: string) => void): Omit<SafeTimes, 'safeDays'> {
  const read = (field: keyof Sent) => {
    const hour = readHour(sent[field])
    if (hour === undefined) refuse(field, 'Enter a time, like 6pm or 18:00')
    return hour ?? null
  }
  const hours = hoursBetween(read('safe_from'), read('safe_until'))
  if (!hours) refuse('safe_until', 'Enter a time later than the first')
  return hours ?? { safeFrom: null, safeUntil: null }
}
