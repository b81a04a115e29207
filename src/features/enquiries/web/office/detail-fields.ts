import { z } from 'zod'
import { oneOf, optionalEmail, optionalText, requiredText, tooLong } from '../../../../platform/web/field-schemas.ts'
import {
  type PartialDateReason,
  partialDateText,
  readPartialDate,
  type TypedDate,
} from '../../../../values/partial-date.ts'
import { readPostcode } from '../../../../values/postcode.ts'
import { readTelephone } from '../../../../values/telephone.ts'
import { readDays } from '../../../people/index.ts'
import { heardFrom } from '../../domain/enquiry.ts'
import type { Reach } from '../../domain/new-enquiry.ts'
import { readHours } from '../safe-hours.ts'

export const safetySaid = oneOf(
  ['safe', 'unsafe', 'not_asked'] as const,
  'Say whether it is safe, not safe, or not asked',
)
const safety = safetySaid.default('not_asked')

/** Who somebody is and how they can be reached, as fields of a form of the office. */
export const detailFields = {
  given_name: requiredText('Enter a first name', 100),
  family_name: z.string().max(100, 'This must be 100 characters or fewer').default(''),
  'birth_date-day': z.string().default(''),
  'birth_date-month': z.string().default(''),
  'birth_date-year': z.string().default(''),
  telephone: optionalText(40),
  telephone_safety: safety,
  voicemail_safety: safety,
  email: optionalEmail('Enter an e-mail address, like name@example.org'),
  email_safety: safety,
  address: optionalText(300),
  postcode: optionalText(12),
  letter_safety: safety,
  contact_times: optionalText(200),
  safe_days: z.string().max(100, tooLong(100)).default(''),
  safe_from: z.string().default(''),
  safe_until: z.string().default(''),
  heard_from: oneOf([...heardFrom, ''] as const, 'Choose how they heard of us').default(''),
} as const

export type SentDetails = z.output<z.ZodObject<typeof detailFields>>
export type Refuse = (path: string, message: string) => void

/** How somebody can be reached, as it was typed. */
export function reachTyped(sent: SentDetails, refuse: Refuse): Reach {
  const telephone = sent.telephone === null ? null : readTelephone(sent.telephone)
  if (telephone && !telephone.done) refuse('telephone', 'Enter a telephone number, like 01603 555 123')
  const postcode = sent.postcode === null ? null : readPostcode(sent.postcode)
  if (postcode && !postcode.done) refuse('postcode', 'Enter a postcode, like NR1 1AA')
  return {
    telephone: sent.telephone,
    telephoneDigits: telephone?.done ? telephone.value.comparable : null,
    telephoneSafety: sent.telephone_safety,
    voicemailSafety: sent.voicemail_safety,
    email: sent.email,
    emailSafety: sent.email_safety,
    address: sent.address,
    postcode: postcode?.done ? postcode.value : null,
    letterSafety: sent.letter_safety,
    contactTimes: sent.contact_times,
    safeDays: safeDays(sent, refuse),
    ...readHours(sent, refuse),
  }
}

function safeDays(sent: SentDetails, refuse: Refuse): string | null {
  const days = readDays(sent.safe_days)
  if (days === undefined) refuse('safe_days', 'Enter days, like Mon-Fri or Tue, Thu')
  return days ?? null
}

export const dateParts = <Name extends string>(
  sent: Readonly<Record<`${Name}-${keyof TypedDate}`, string>>,
  name: Name,
): TypedDate => ({
  day: sent[`${name}-day`],
  month: sent[`${name}-month`],
  year: sent[`${name}-year`],
})
export const noDate = (parts: TypedDate) => Object.values(parts).every((part) => part.trim() === '')

const earliest = Temporal.PlainDate.from('1900-01-01')

/** A date of birth as it was typed, or what of it is known. */
export function birthDateTyped(sent: SentDetails, today: Temporal.PlainDate, refuse: Refuse): string | null {
  const typed = dateParts(sent, 'birth_date')
  if (noDate(typed)) return null
  const reading = readPartialDate(typed, { earliest, latest: today })
  if (reading.done) return partialDateText(reading.value)
  refuse(
    'birth_date',
    birthDateMessages[reading.reason] ?? 'Enter a date of birth, like 27 3 1981, or leave out what is not known',
  )
  return null
}

const birthDateMessages: Partial<Record<PartialDateReason, string>> = {
  'date.tooLate': 'The date of birth must be in the past',
}
