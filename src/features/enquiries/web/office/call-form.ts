import { z } from 'zod'
import { oneOf, optionalEmail, optionalText, requiredText, tooLong } from '../../../../platform/web/field-schemas.ts'
import { type PartialDateReason, partialDateText, readPartialDate } from '../../../../values/partial-date.ts'
import { readPostcode } from '../../../../values/postcode.ts'
import { readTelephone } from '../../../../values/telephone.ts'
import { readDays } from '../../../people/index.ts'
import type { RecordedEnquiry } from '../../actions/record-enquiry.ts'
import { heardFrom, recordedChannels } from '../../domain/enquiry.ts'
import { readHours } from '../safe-hours.ts'

const safety = oneOf(
  ['safe', 'unsafe', 'not_asked'] as const,
  'Say whether it is safe, not safe, or not asked',
).default('not_asked')

const fields = z.object({
  channel: oneOf(recordedChannels, 'Choose how it came').default('telephone'),
  'received_on-day': z.string().default(''),
  'received_on-month': z.string().default(''),
  'received_on-year': z.string().default(''),
  asked_by: oneOf(['self', 'solicitor', 'agency'] as const, 'Choose who is asking').default('self'),
  organisation: optionalText(200),
  permission: z.array(z.string()).catch([]).default([]),
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
  other_given_name: optionalText(100),
  other_family_name: optionalText(100),
  topic: oneOf(['children', 'money', 'both', 'question', 'other'] as const, 'Choose what it is about'),
  message: z.string().max(5000, 'This must be 5,000 characters or fewer').default(''),
})

type Sent = z.output<typeof fields>
type Refuse = (path: string, message: string) => void

/** The form of a call, letter or visit, read into what the action wants. No day in it can be after `today`. */
export const callForm = (today: Temporal.PlainDate) =>
  fields.transform((sent, context): RecordedEnquiry => {
    const refuse: Refuse = (field, message) => context.addIssue({ code: 'custom', path: [field], message })
    const professional = sent.asked_by !== 'self'
    return {
      channel: sent.channel,
      receivedOn: receivedOn(sent, today, refuse),
      askedBy: sent.asked_by,
      organisation: professional ? sent.organisation : null,
      permissionStated: professional && sent.permission.includes('yes'),
      givenName: sent.given_name,
      familyName: sent.family_name,
      birthDate: birthDate(sent, today, refuse),
      reach: reachOf(sent, refuse),
      otherGivenName: sent.other_given_name,
      otherFamilyName: sent.other_family_name,
      heardFrom: sent.heard_from === '' ? null : sent.heard_from,
      topic: sent.topic,
      message: sent.message,
      safetyNote: null,
      needs: null,
    }
  })

function reachOf(sent: Sent, refuse: Refuse): RecordedEnquiry['reach'] {
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

function safeDays(sent: Sent, refuse: Refuse): string | null {
  const days = readDays(sent.safe_days)
  if (days === undefined) refuse('safe_days', 'Enter days, like Mon-Fri or Tue, Thu')
  return days ?? null
}

type DateParts = { readonly day: string; readonly month: string; readonly year: string }
const dateParts = <Name extends 'birth_date' | 'received_on'>(sent: Sent, name: Name): DateParts => ({
  day: sent[`${name}-day`],
  month: sent[`${name}-month`],
  year: sent[`${name}-year`],
})
const empty = (parts: DateParts) => Object.values(parts).every((part) => part.trim() === '')

const earliest = Temporal.PlainDate.from('1900-01-01')
const longestOnTheWay = { years: 1 }

/** The day on which a letter came; null for today and when nothing was typed. */
function receivedOn(sent: Sent, today: Temporal.PlainDate, refuse: Refuse): string | null {
  const typed = dateParts(sent, 'received_on')
  if (empty(typed)) return null
  const reading = readPartialDate(typed, { earliest: today.subtract(longestOnTheWay), latest: today })
  const whole = reading.done ? partialDateText(reading.value) : ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(whole)) return whole
  refuse('received_on', 'Enter the day on which it came, not after today and within the last year')
  return null
}

function birthDate(sent: Sent, today: Temporal.PlainDate, refuse: Refuse): string | null {
  const typed = dateParts(sent, 'birth_date')
  if (empty(typed)) return null
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
