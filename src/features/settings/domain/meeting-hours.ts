/** When the service holds meetings: what counts for a mediator of whom no hours are recorded. */
export interface MeetingHours {
  /** 1 is Monday. */
  readonly weekdays: readonly number[]
  /** Minutes since midnight by the clocks of London. */
  readonly fromMinute: number
  readonly untilMinute: number
}

/** The setting that keeps them, as `12345 09:00 17:00`. */
export const meetingHoursKey = 'hours.meetings'

/** What counts until a service says otherwise: business days from 9 to 5. */
export const usualMeetingHours: MeetingHours = { weekdays: [1, 2, 3, 4, 5], fromMinute: 9 * 60, untilMinute: 17 * 60 }

/** Reads what was kept; the usual ones where nothing was. */
export function readMeetingHours(kept: string | undefined): MeetingHours {
  const found = /^([1-7]+) (\d\d):(\d\d) (\d\d):(\d\d)$/.exec(kept ?? '')
  if (!found) return usualMeetingHours
  const [, days = '', ...times] = found
  const [fromHour = 0, from = 0, untilHour = 0, until = 0] = times.map(Number)
  return { weekdays: [...days].map(Number), fromMinute: fromHour * 60 + from, untilMinute: untilHour * 60 + until }
}

export const keptMeetingHours = ({ weekdays, fromMinute, untilMinute }: MeetingHours): string =>
  `${weekdays.join('')} ${clock(fromMinute)} ${clock(untilMinute)}`

/** `09:00` */
export const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((it) => String(it).padStart(2, '0')).join(':')
