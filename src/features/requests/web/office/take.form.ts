import { z } from 'zod'
import { partialDateText, readPartialDate } from '../../../../values/partial-date.ts'
import type { NewRequest } from '../../domain/request.ts'
import { readRequest, requestFields } from '../request-fields.ts'

export const takenChannels = ['letter', 'email', 'telephone', 'in_person'] as const

const fields = z.object({
  ...requestFields,
  channel: z.string().default(''),
  'received_on-day': z.string().default(''),
  'received_on-month': z.string().default(''),
  'received_on-year': z.string().default(''),
  authority: z.array(z.string()).catch([]).default([]),
})

const longestOnTheWay = { years: 1 }

/** A request that a colleague takes down, read into what the action wants. No day in it can be after `today`. */
export const takeForm = (today: Temporal.PlainDate) =>
  fields.transform((sent, context): NewRequest => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const received = receivedOn(sent, today)
    const channel = takenChannels.find((it) => it === sent.channel)
    if (!channel) refuse('channel', 'Choose how it came')
    if (received === null) refuse('received_on', 'Enter the day on which it came, not after today and within a year')
    return {
      ...readRequest(sent, today, refuse),
      channel: channel ?? 'letter',
      receivedOn: received ?? undefined,
      authoritySeen: sent.asked_for === 'represented' && sent.authority.includes('seen'),
    }
  })

/** Undefined for today; null when it cannot be. */
function receivedOn(sent: z.output<typeof fields>, today: Temporal.PlainDate): string | null | undefined {
  const typed = {
    day: sent['received_on-day'],
    month: sent['received_on-month'],
    year: sent['received_on-year'],
  }
  if (Object.values(typed).every((it) => it.trim() === '')) return undefined
  const reading = readPartialDate(typed, { earliest: today.subtract(longestOnTheWay), latest: today })
  const whole = reading.done ? partialDateText(reading.value) : ''
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? whole : null
}
