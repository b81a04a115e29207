import { z } from 'zod'
import { type PartialDateReason, partialDateText, readPartialDate } from '../../../../values/partial-date.ts'

/** The inputs of a date field of that name, as they are sent. */
const dateInputs = <Name extends string>(name: Name) => {
  const part = z.string().default('')
  return { [`${name}-day`]: part, [`${name}-month`]: part, [`${name}-year`]: part } as Record<
    `${Name}-${'day' | 'month' | 'year'}`,
    z.ZodDefault<z.ZodString>
  >
}

const messages: Partial<Record<PartialDateReason, string>> = {
  'date.dayNotReal': 'The day must be a number from 1 to 31',
  'date.monthNotReal': 'The month must be a number from 1 to 12, or its name',
  'date.yearNotReal': 'The year must have four digits, like 2027',
  'date.noSuchDay': 'There is no such day in that month',
}

/** A whole date from those inputs as ISO text; null after saying at the field what is wrong. `what` begins the message. */
function wholeDate(
  sent: Readonly<Record<string, unknown>>,
  name: string,
  what: string,
  context: z.RefinementCtx,
): string | null {
  const part = (of: string) => String(sent[`${name}-${of}`] ?? '')
  const reading = readPartialDate({ day: part('day'), month: part('month'), year: part('year') })
  const whole = reading.done ? reading.value : {}
  if (reading.done && whole.year !== undefined && whole.month !== undefined && whole.day !== undefined) {
    return partialDateText(whole)
  }
  const message = reading.done ? undefined : messages[reading.reason]
  context.addIssue({ code: 'custom', path: [name], message: message ?? `${what}, like 24 11 2027` })
  return null
}

/**
 * A whole date as part of a form, put beside its other fields by `and`: it is judged whether or not these are right, so that
 * everything that is wrong is said at once.
 */
export const wholeDateField = <Name extends string>(name: Name, what: string) =>
  z
    .object(dateInputs(name))
    .transform((sent, context) => ({ [name]: wholeDate(sent, name, what, context) ?? '' }) as Record<Name, string>)

/** A date as the inputs of a field show it. */
export function dateValues(name: string, date: Temporal.PlainDate): Record<string, string> {
  return { [`${name}-day`]: `${date.day}`, [`${name}-month`]: `${date.month}`, [`${name}-year`]: `${date.year}` }
}
