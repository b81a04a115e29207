import { z } from 'zod'
import { partialDateText, readPartialDate } from '../../../../values/partial-date.ts'
import type { NewComplaint } from '../../domain/complaint.ts'
import { complaintFields, readComplaint } from '../complaint-fields.ts'

export const takenChannels = ['letter', 'email', 'telephone', 'in_person'] as const

const fields = z.object({
  ...complaintFields,
  channel: z.string().default(''),
  'received_on-day': z.string().default(''),
  'received_on-month': z.string().default(''),
  'received_on-year': z.string().default(''),
})

const longestOnTheWay = { years: 1 }

/** A complaint that a colleague takes down. No day in it can be after `today`. */
export const takeForm = (today: Temporal.PlainDate) =>
  fields.transform((sent, context): NewComplaint => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const channel = takenChannels.find((it) => it === sent.channel)
    if (!channel) refuse('channel', 'Choose how it came')
    const received = receivedOn(sent, today)
    if (received === null) refuse('received_on', 'Enter the day on which it came, not after today and within a year')
    return { ...readComplaint(sent, refuse), channel: channel ?? 'letter', receivedOn: received ?? undefined }
  })

/** Undefined for today; null when it cannot be. */
function receivedOn(sent: z.output<typeof fields>, today: Temporal.PlainDate): string | null | undefined {
  const typed = { day: sent['received_on-day'], month: sent['received_on-month'], year: sent['received_on-year'] }
  if (Object.values(typed).every((it) => it.trim() === '')) return undefined
  const reading = readPartialDate(typed, { earliest: today.subtract(longestOnTheWay), latest: today })
  const whole = reading.done ? partialDateText(reading.value) : ''
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? whole : null
}
