import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/web/field-schemas.ts'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { parsePartialDate } from '../../../../values/partial-date.ts'
import type { CorrectableEnquiry } from '../../data/corrections.ts'
import { type EnquiryTopic, heardFrom } from '../../domain/enquiry.ts'
import { birthDateTyped, detailFields, type Refuse, reachTyped, safetySaid } from './detail-fields.ts'

const topics = ['children', 'money', 'both', 'question', 'other'] as const satisfies readonly EnquiryTopic[]

/** All that is in the form is sent: what is missing is not taken for an answer. */
const fields = z.object({
  ...detailFields,
  ...{
    email_safety: safetySaid,
    telephone_safety: safetySaid,
    letter_safety: safetySaid,
    voicemail_safety: safetySaid,
  },
  contact_times: optionalText(300),
  organisation: optionalText(200),
  heard_from: oneOf([...heardFrom, ''] as const, 'Choose how they heard of us'),
  topic: oneOf([...topics, ''] as const, 'Choose what it is about'),
  needs: optionalText(1000),
})

/** The details of an enquiry as they are to be, with the telephone number as numbers are compared. */
export const detailsForm = (today: Temporal.PlainDate) =>
  fields.transform((sent, context): { readonly details: CorrectableEnquiry; readonly digits: string | null } => {
    const refuse: Refuse = (field, message) => context.addIssue({ code: 'custom', path: [field], message })
    const reach = reachTyped(sent, refuse)
    const { given_name, family_name, organisation, needs, topic, heard_from } = sent
    return {
      details: {
        ...{ given_name, family_name, organisation, needs, birth_date: birthDateTyped(sent, today, refuse) },
        ...{ email: reach.email, telephone: reach.telephone, address: reach.address, postcode: reach.postcode },
        ...{ email_safety: reach.emailSafety, telephone_safety: reach.telephoneSafety },
        ...{ letter_safety: reach.letterSafety, voicemail_safety: reach.voicemailSafety },
        ...{ contact_times: reach.contactTimes, safe_days: reach.safeDays },
        ...{ safe_from: reach.safeFrom, safe_until: reach.safeUntil },
        ...{ heard_from: heard_from === '' ? null : heard_from, topic: topic === '' ? null : topic },
      },
      digits: reach.telephoneDigits,
    }
  })

/** The form as it stands before anything is put right. */
export function filledDetails({ birth_date, ...enquiry }: CorrectableEnquiry): FormState {
  const { day, month, year } = birth_date === null ? {} : parsePartialDate(birth_date)
  const born = { 'birth_date-day': day, 'birth_date-month': month, 'birth_date-year': year }
  const values = { ...enquiry, ...born }
  return filledForm(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value ?? '')])))
}
