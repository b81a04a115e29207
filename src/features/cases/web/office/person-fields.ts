import { z } from 'zod'
import { optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { partialDateText, readPartialDate } from '../../../../values/partial-date.ts'

const part = z.string().default('')

/** The inputs of an incomplete date under a name, to be spread into a form's fields. */
export const dateParts = <Name extends string>(name: Name) =>
  ({ [`${name}-day`]: part, [`${name}-month`]: part, [`${name}-year`]: part }) as Record<
    `${Name}-day` | `${Name}-month` | `${Name}-year`,
    typeof part
  >

const earliest = Temporal.PlainDate.from('1900-01-01')

/** Reads such a date; null when all parts are empty. `refuse` gets a message when it is none. */
export function birthDateIn(
  sent: Readonly<Record<string, unknown>>,
  name: string,
  today: Temporal.PlainDate,
  refuse: (message: string) => void,
): string | null {
  const text = (of: string) => String(sent[`${name}-${of}`] ?? '')
  const typed = { day: text('day'), month: text('month'), year: text('year') }
  if (Object.values(typed).every((it) => it.trim() === '')) return null
  const reading = readPartialDate(typed, { earliest, latest: today })
  if (reading.done) return partialDateText(reading.value)
  refuse(
    reading.reason === 'date.tooLate'
      ? 'The date of birth must be in the past'
      : 'Enter a date of birth, like 27 3 1981, or leave out what is not known',
  )
  return null
}

export const givenName = requiredText('Enter a first name', 100)
export const familyName = requiredText('Enter a last name', 100)
export const knownAs = optionalText(100)
