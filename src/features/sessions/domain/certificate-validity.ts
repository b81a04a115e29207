import { addCalendarMonths } from '../../../values/calendar-days.ts'

/** For how long a MIAM counts, as the rule in force on the day of the MIAM says it. */
interface Validity {
  /** ISO date of the first day on which the rule applied. */
  readonly inForceFrom: string
  readonly months: number
  readonly source: string
}

/** Newest first. A change of the rule is a new line here; certificates that were issued keep their day. */
const validities: readonly Validity[] = [
  {
    inForceFrom: '2024-04-29',
    months: 4,
    source: 'Family Procedure Rules 2010, rule 3.8(1)(d), as amended by SI 2023/1324',
  },
  {
    inForceFrom: '2014-04-22',
    months: 4,
    source: 'Family Procedure Rules 2010, rule 3.8(1)(d), as made by SI 2014/843',
  },
]

/** How long before its last day a certificate is called to mind: the file of its person can still be finished, or an application made. */
export const endingNotice = {
  chosenOn: '2026-11-22',
  days: 28,
  source: 'Our own choice: a month in which the court form can be filled in and paid for',
} as const

/** Days left on a certificate, its last day among them; none when it is over. */
export const daysLeft = (until: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  Math.max(0, today.until(until).days + 1)

/** The rule for a MIAM held on a day. Throws for a day before there was one. */
export function validityOn(heldOn: Temporal.PlainDate): Validity {
  const found = validities.find((it) => it.inForceFrom <= heldOn.toString())
  if (!found) throw new RangeError('no rule on certificates was in force on that day')
  return found
}

/**
 * The last day on which a MIAM still counts: the corresponding day, months later. It does not move on a day of rest, since an
 * application can be sent on any day.
 */
export const goodUntil = (heldOn: Temporal.PlainDate): Temporal.PlainDate =>
  addCalendarMonths(heldOn, validityOn(heldOn).months)
