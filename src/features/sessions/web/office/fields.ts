import { z } from 'zod'
import { oneOf, requiredText, tooLong } from '../../../../platform/web/field-schemas.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { readPartialDate, wholeDate } from '../../../../values/partial-date.ts'
import { legalQualities } from '../../../files/index.ts'

/** Longest text of one field, in characters: some fifteen printed pages. */
const longest = 40_000

/** A long text that must be there. */
export const writtenText = (message: string) => requiredText(message, longest)

/** A long text that may be left empty. */
export const maybeWritten = z.string().max(longest, tooLong(longest)).default('')

export const legalQuality = oneOf(legalQualities, 'Say whether it is open or without prejudice')

/** An identifier in a hidden field or a list; anything else counts as none. */
export const maybeId = z
  .string()
  .default('')
  .transform((text): Id | null => (isId(text) ? text : null))

// Before this day there was no duty to attend a MIAM (Children and Families Act 2014, section 10).
const earliest = Temporal.PlainDate.from('2014-04-22')

const parts = z.object({ day: z.string(), month: z.string(), year: z.string() })

/** The day of a meeting, from its three boxes, not later than today. */
export const heldOn = (today: Temporal.PlainDate) =>
  parts.transform((typed, context): Temporal.PlainDate => {
    const reading = readPartialDate(typed, { earliest, latest: today })
    const whole = reading.done ? wholeDate(reading.value) : null
    if (whole) return whole
    const late = !reading.done && reading.reason === 'date.tooLate'
    const message = late
      ? 'The day of the meeting cannot be in the future'
      : 'Enter the day of the meeting, like 21 7 2026'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** A form whose three boxes of the day are read as one field, so that its error comes with the others. */
export const withHeldOn = <Shape extends z.ZodType>(schema: Shape) =>
  z.preprocess((sent) => {
    const values = sent as Record<string, string | undefined>
    const part = (name: string) => values[`held_on-${name}`] ?? ''
    return { ...values, held_on: { day: part('day'), month: part('month'), year: part('year') } }
  }, schema)
