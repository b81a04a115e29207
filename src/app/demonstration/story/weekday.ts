import { isBusinessDay } from '../../../values/calendar-days.ts'

/** The same day, or the next one on which the service is open. */
export const weekday = (day: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  isBusinessDay(day.toPlainDate()) ? day : weekday(day.add({ days: 1 }))
