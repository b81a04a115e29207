import type { MeetingHours } from '../../settings/index.ts'
import type { WorkingHours } from './availability.ts'

export const weekdayNames: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]

/** `9am`, `2:30pm`, `midday`, `midnight`, from minutes since midnight. */
export function clockWords(minute: number): string {
  if (minute % (24 * 60) === 0) return 'midnight'
  if (minute === 12 * 60) return 'midday'
  const [hour, rest] = [Math.floor(minute / 60), minute % 60]
  return `${hour % 12 || 12}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`
}

/** `9am to 5pm, break midday to 1pm` */
export const hoursWords = (hours: Pick<WorkingHours, 'fromMinute' | 'untilMinute' | 'breakFrom' | 'breakUntil'>) => {
  const rest =
    hours.breakFrom === null || hours.breakUntil === null
      ? ''
      : `, break ${clockWords(hours.breakFrom)} to ${clockWords(hours.breakUntil)}`
  return `${clockWords(hours.fromMinute)} to ${clockWords(hours.untilMinute)}${rest}`
}

/** `Monday to Friday, 9am to 5pm`, `Monday, Wednesday, 9am to 1pm` */
export function meetingHoursWords({ weekdays, fromMinute, untilMinute }: MeetingHours): string {
  const names = weekdays.map((it) => weekdayNames[it - 1] ?? '')
  const inRow = weekdays.length > 2 && weekdays.every((it, index) => it === (weekdays[0] ?? 0) + index)
  const days = inRow ? `${names[0]} to ${names.at(-1)}` : names.join(', ')
  return `${days}, ${clockWords(fromMinute)} to ${clockWords(untilMinute)}`
}
