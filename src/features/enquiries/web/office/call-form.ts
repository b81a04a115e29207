import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/web/field-schemas.ts'
import { partialDateText, readPartialDate } from '../../../../values/partial-date.ts'
import type { RecordedEnquiry } from '../../actions/record-enquiry.ts'
import { recordedChannels } from '../../domain/enquiry.ts'
import { birthDateTyped, dateParts, detailFields, noDate, type Refuse, reachTyped } from './detail-fields.ts'

const fields = z.object({
  channel: oneOf(recordedChannels, 'Choose how it came').default('telephone'),
  'received_on-day': z.string().default(''),
  'received_on-month': z.string().default(''),
  'received_on-year': z.string().default(''),
  asked_by: oneOf(['self', 'solicitor', 'agency'] as const, 'Choose who is asking').default('self'),
  organisation: optionalText(200),
  permission: z.array(z.string()).catch([]).default([]),
  ...detailFields,
  other_given_name: optionalText(100),
  other_family_name: optionalText(100),
  topic: oneOf(['children', 'money', 'both', 'question', 'other'] as const, 'Choose what it is about'),
  message: z.string().max(5000, 'This must be 5,000 characters or fewer').default(''),
})

type Sent = z.output<typeof fields>

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
      birthDate: birthDateTyped(sent, today, refuse),
      reach: reachTyped(sent, refuse),
      otherGivenName: sent.other_given_name,
      otherFamilyName: sent.other_family_name,
      heardFrom: sent.heard_from === '' ? null : sent.heard_from,
      topic: sent.topic,
      message: sent.message,
      safetyNote: null,
      needs: null,
    }
  })

const longestOnTheWay = { years: 1 }

/** The day on which a letter came; null for today and when nothing was typed. */
function receivedOn(sent: Sent, today: Temporal.PlainDate, refuse: Refuse): string | null {
  const typed = dateParts(sent, 'received_on')
  if (noDate(typed)) return null
  const reading = readPartialDate(typed, { earliest: today.subtract(longestOnTheWay), latest: today })
  const whole = reading.done ? partialDateText(reading.value) : ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(whole)) return whole
  refuse('received_on', 'Enter the day on which it came, not after today and within the last year')
  return null
}
