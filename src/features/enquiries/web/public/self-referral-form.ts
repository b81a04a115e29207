import { z } from 'zod'
import { optionalText, tooLong } from '../../../../platform/web/field-schemas.ts'
import { type PartialDateReason, partialDateText, readPartialDate } from '../../../../values/partial-date.ts'
import type { NewEnquiry } from '../../domain/new-enquiry.ts'
import { longestMessage } from './contact-form.ts'
import { checkReach, onlyTicked, reachFields, reachOf } from './reach-fields.ts'

const topics = ['children', 'money', 'both'] as const

const fields = (today: Temporal.PlainDate) =>
  z
    .object({
      ...reachFields,
      given_name: z.string().max(100, tooLong(100)).default(''),
      family_name: z.string().max(100, tooLong(100)).default(''),
      'birth_date-day': z.string().default(''),
      'birth_date-month': z.string().default(''),
      'birth_date-year': z.string().default(''),
      other_given_name: optionalText(100),
      other_family_name: optionalText(100),
      topic: z.string().default(''),
      message: z.string().max(longestMessage, tooLong(longestMessage)).default(''),
      safety_note: optionalText(longestMessage),
      needs: optionalText(1000),
    })
    .superRefine((sent, context) => {
      const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
      checkReach(sent, refuse)
      if (sent.given_name === '') refuse('given_name', 'Enter your first name')
      const birth = birthDate(sent, today)
      if (birth && 'fault' in birth) refuse('birth_date', birth.fault)
      if (!topics.some((it) => it === sent.topic)) refuse('topic', 'Choose what you would like to sort out')
    })
    .transform((sent): NewEnquiry => {
      const birth = birthDate(sent, today)
      return {
        channel: 'self_referral',
        askedBy: 'self',
        organisation: null,
        permissionStated: false,
        givenName: sent.given_name,
        familyName: sent.family_name,
        birthDate: birth && 'text' in birth ? birth.text : null,
        reach: reachOf(sent),
        otherGivenName: sent.other_given_name,
        otherFamilyName: sent.other_family_name,
        topic: topics.find((it) => it === sent.topic) ?? 'both',
        message: sent.message,
        safetyNote: sent.safety_note,
        needs: sent.needs,
      }
    })

/** The form by which somebody asks for a first meeting. `today` is the last day on which they can have been born. */
export const selfReferralForm = (today: Temporal.PlainDate) => z.preprocess(onlyTicked, fields(today))

type BirthFields = Readonly<Record<'birth_date-day' | 'birth_date-month' | 'birth_date-year', string>>

const earliest = Temporal.PlainDate.from('1900-01-01')
const usual = 'Enter your date of birth, like 27 3 1981, or leave out what you do not know'
const faults: Partial<Record<PartialDateReason, string>> = {
  'date.tooLate': 'Your date of birth must be in the past',
  'date.tooEarly': 'Enter the year in four figures, like 1981',
  'date.yearNotReal': 'Enter the year in four figures, like 1981',
  'date.noSuchDay': 'There is no such day in that month',
}

/** Null when nothing was typed. */
function birthDate(
  sent: BirthFields,
  today: Temporal.PlainDate,
): { readonly text: string } | { readonly fault: string } | null {
  const typed = { day: sent['birth_date-day'], month: sent['birth_date-month'], year: sent['birth_date-year'] }
  if (Object.values(typed).every((part) => part === '')) return null
  const reading = readPartialDate(typed, { earliest, latest: today })
  return reading.done ? { text: partialDateText(reading.value) } : { fault: faults[reading.reason] ?? usual }
}
