import { addPeriod, todayInLondon } from '../../../values/calendar-days.ts'

/** Until when an import can be taken back: for as long as the policy keeps the record of it, from the day the sheet was given. */
export const lastDayToTakeBack = (givenAt: Temporal.Instant, keepsImports: string): Temporal.PlainDate =>
  addPeriod(todayInLondon(givenAt), keepsImports)
