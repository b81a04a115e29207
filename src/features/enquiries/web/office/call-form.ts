import { z } from 'zod'
import { oneOf, optionalEmail, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { type PartialDateReason, partialDateText, readPartialDate } from '../../../../values/partial-date.ts'
import { readTelephone } from '../../../../values/telephone.ts'
import type { Call } from '../../actions/record-call.ts'

const safety = oneOf(
  ['safe', 'unsafe', 'not_asked'] as const,
  'Say whether it is safe, not safe, or not asked',
).default('not_asked')

const fields = z.object({
  asked_by: oneOf(['self', 'solicitor', 'agency'] as const, 'Choose who is ringing').default('self'),
  organisation: optionalText(200),
  permission: z.array(z.string()).catch([]).default([]),
  given_name: requiredText('Enter a first name', 100),
  family_name: requiredText('Enter a last name', 100),
  'birth_date-day': z.string().default(''),
  'birth_date-month': z.string().default(''),
  'birth_date-year': z.string().default(''),
  telephone: optionalText(40),
  telephone_safety: safety,
  voicemail_safety: safety,
  email: optionalEmail('Enter an e-mail address, like name@example.org'),
  email_safety: safety,
  contact_times: optionalText(200),
  other_given_name: optionalText(100),
  other_family_name: optionalText(100),
  topic: oneOf(['children', 'money', 'both', 'question', 'other'] as const, 'Choose what it is about'),
  message: z.string().max(5000, 'This must be 5,000 characters or fewer').default(''),
})

/** The form of a telephone call, read into what the action wants. `today` is the latest day of birth that can be meant. */
export const callForm = (today: Temporal.PlainDate) =>
  fields.transform((sent, context): Call => {
    const telephone = sent.telephone === null ? null : readTelephone(sent.telephone)
    if (telephone && !telephone.done) {
      context.addIssue({ code: 'custom', path: ['telephone'], message: 'Enter a telephone number, like 01603 555 123' })
    }
    const professional = sent.asked_by !== 'self'
    return {
      askedBy: sent.asked_by,
      organisation: professional ? sent.organisation : null,
      permissionStated: professional && sent.permission.includes('yes'),
      givenName: sent.given_name,
      familyName: sent.family_name,
      birthDate: birthDate(sent, today, (message) =>
        context.addIssue({ code: 'custom', path: ['birth_date'], message }),
      ),
      telephone: sent.telephone,
      telephoneDigits: telephone?.done ? telephone.value.comparable : null,
      telephoneSafety: sent.telephone_safety,
      voicemailSafety: sent.voicemail_safety,
      email: sent.email,
      emailSafety: sent.email_safety,
      contactTimes: sent.contact_times,
      otherGivenName: sent.other_given_name,
      otherFamilyName: sent.other_family_name,
      topic: sent.topic,
      message: sent.message,
    }
  })

type BirthFields = { 'birth_date-day': string; 'birth_date-month': string; 'birth_date-year': string }

const earliest = Temporal.PlainDate.from('1900-01-01')

function birthDate(sent: BirthFields, today: Temporal.PlainDate, refuse: (message: string) => void): string | null {
  const typed = { day: sent['birth_date-day'], month: sent['birth_date-month'], year: sent['birth_date-year'] }
  if (Object.values(typed).every((part) => part.trim() === '')) return null
  const reading = readPartialDate(typed, { earliest, latest: today })
  if (reading.done) return partialDateText(reading.value)
  refuse(birthDateMessages[reading.reason] ?? 'Enter a date of birth, like 27 3 1981, or leave out what is not known')
  return null
}

const birthDateMessages: Partial<Record<PartialDateReason, string>> = {
  'date.tooLate': 'The date of birth must be in the past',
}
