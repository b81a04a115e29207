import { isBusinessDay } from '../../../values/calendar-days.ts'

export type DiaryView = 'day' | 'week'
/** What the columns of the diary are. An outreach place is a place with a code of its own in claims for legal aid. */
export const diaryWays = ['mediator', 'room', 'venue', 'outreach'] as const
export type DiaryBy = (typeof diaryWays)[number]

/** Each view of the diary with each kind of column, as a form says from where it was sent. */
export const diaryShapes = diaryWays.flatMap((by) => [`day-${by}`, `week-${by}`] as const)

/** The mark by which an address leads to one appointment in the diary. */
export const entryMark = (appointmentId: string): string => `at-${appointmentId}`

/** What of the diary is shown, as its address says. */
export interface DiaryAsked {
  readonly day: Temporal.PlainDate
  readonly view: DiaryView
  readonly by: DiaryBy
}

/** Reads the address; whatever is missing or malformed is today, by day, by mediator. */
export function readAsked(query: Readonly<Record<string, string>>, today: Temporal.PlainDate): DiaryAsked {
  return {
    day: readDay(query.day) ?? today,
    view: query.view === 'week' ? 'week' : 'day',
    by: diaryWays.find((it) => it === query.by) ?? 'mediator',
  }
}

/** A day as an address says it; null where it says none. */
export function readDay(text: string | undefined): Temporal.PlainDate | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

export const diaryPath = ({ day, view, by }: DiaryAsked): string => `/office/diary?day=${day}&view=${view}&by=${by}`

/** The list of who comes on a day, to print for whoever opens the door. */
export const receptionPath = (day: Temporal.PlainDate): string => `/office/diary/reception?day=${day}`

/** Monday of the week of a day. */
export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 })

/** The days shown: one, or Monday to Sunday. */
export const daysShown = ({ day, view }: DiaryAsked): Temporal.PlainDate[] =>
  view === 'day' ? [day] : Array.from({ length: 7 }, (_, index) => mondayOf(day).add({ days: index }))

/** The same view before or after; by day a weekend or bank holiday is passed over. */
export function step(asked: DiaryAsked, direction: 1 | -1): DiaryAsked {
  if (asked.view === 'week') return { ...asked, day: asked.day.add({ days: 7 * direction }) }
  let day = asked.day.add({ days: direction })
  while (!isBusinessDay(day)) day = day.add({ days: direction })
  return { ...asked, day }
}
