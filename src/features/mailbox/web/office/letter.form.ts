import { z } from 'zod'
import { optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readPartialDate, wholeDate } from '../../../../values/partial-date.ts'

const parts = z.object({ day: z.string(), month: z.string(), year: z.string() })

/** Nobody enters a letter older than this. */
const earliest = Temporal.PlainDate.from('1990-01-01')

const dayItCame = (today: Temporal.PlainDate) =>
  parts.transform((typed, context): Temporal.PlainDate => {
    const reading = readPartialDate(typed, { earliest, latest: today })
    const whole = reading.done ? wholeDate(reading.value) : null
    if (whole) return whole
    const late = !reading.done && reading.reason === 'date.tooLate'
    context.addIssue({
      code: 'custom',
      message: late ? 'The day it came cannot be in the future' : 'Enter the day it came, like 24 11 2026',
    })
    return z.NEVER
  })

/** A letter as a colleague records it: the scan comes with the form, or the words are typed in. */
export const letterForm = (today: Temporal.PlainDate) =>
  z.preprocess(
    (sent) => {
      const values = sent as Record<string, string | undefined>
      const part = (name: string) => values[`received_on-${name}`] ?? ''
      return { ...values, received_on: { day: part('day'), month: part('month'), year: part('year') } }
    },
    z.object({
      sender: requiredText('Enter who wrote it'),
      subject: requiredText('Say in a few words what it is about'),
      received_on: dayItCame(today),
      body: optionalText(40_000),
    }),
  )
