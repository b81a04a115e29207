import { z } from 'zod'

/** A line or a text that must be there. Messages say what to do. */
export const requiredText = (message: string, longest = 200) =>
  z.string({ error: message }).min(1, message).max(longest, tooLong(longest))

/** A line or a text that may be left empty; empty becomes null. */
export const optionalText = (longest = 200) =>
  z
    .string()
    .max(longest, tooLong(longest))
    .default('')
    .transform((text) => (text === '' ? null : text))

/** One of some answers. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, message: string) =>
  z.enum(values, { error: message })

export const tooLong = (longest: number) => `This must be ${longest.toLocaleString('en-GB')} characters or fewer`

/** An e-mail address as people have them; empty becomes null. */
export const optionalEmail = (message: string) =>
  optionalText(254).refine(
    (text) =>
      text === null ||
      /^[^\s\p{C}@"<>(),;:\\[\]]+@[^\s\p{C}@"<>(),;:\\[\]]+\.[^\s\p{C}@"<>(),;:\\[\].]{2,}$/u.test(text),
    message,
  )

/** A calendar day as `2026-11-24`, from a date field. */
export const day = (message: string) => z.string({ error: message }).refine((text) => isDay(text), message)

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}
