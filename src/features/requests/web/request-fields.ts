import { z } from 'zod'
import { optionalText, tooLong } from '../../../platform/web/field-schemas.ts'
import { partialDateText, readPartialDate } from '../../../values/partial-date.ts'
import { askedFor, requestKinds } from '../domain/kinds.ts'
import type { NewRequest } from '../domain/request.ts'

export const longestDetails = 4000
export const chooseKind = 'Choose what this is about'

/** What is asked whichever way a request comes. */
export const requestFields = {
  kind: z.string().default(''),
  asked_for: z.string().default(''),
  representative: optionalText(200),
  organisation: optionalText(200),
  child_name: optionalText(200),
  given_name: z.string().max(100, tooLong(100)).default(''),
  family_name: z.string().max(100, tooLong(100)).default(''),
  'birth_date-day': z.string().default(''),
  'birth_date-month': z.string().default(''),
  'birth_date-year': z.string().default(''),
  details: z.string().max(longestDetails, tooLong(longestDetails)).default(''),
  given_contact: optionalText(300),
} as const

const schema = z.object(requestFields)
type Sent = z.output<typeof schema>
type Refuse = (field: string, message: string) => void

/** What belongs to another answer than the one that was chosen is neither judged nor kept. */
export function readRequest(sent: Sent, today: Temporal.PlainDate, refuse: Refuse): Omit<NewRequest, 'channel'> {
  const kind = requestKinds.find((it) => it === sent.kind)
  const whom = askedFor.find((it) => it === sent.asked_for)
  if (!kind) refuse('kind', chooseKind)
  if (!whom) refuse('asked_for', 'Choose for whom this is')
  if (sent.given_name === '') refuse('given_name', 'Enter a first name')
  const represented = whom === 'represented'
  const child = whom === 'child'
  if (represented && sent.representative === null) refuse('representative', 'Enter who asks for them')
  if (child && sent.child_name === null) refuse('child_name', 'Enter the name of the child')
  return {
    ...{ kind: kind ?? 'access', askedFor: whom ?? 'self' },
    ...{ givenName: sent.given_name, familyName: sent.family_name },
    birthDate: birthDate(sent, today, refuse),
    representative: represented ? sent.representative : null,
    organisation: represented ? sent.organisation : null,
    childName: child ? sent.child_name : null,
    ...{ details: sent.details, givenContact: sent.given_contact, authoritySeen: false },
  }
}

const earliest = Temporal.PlainDate.from('1900-01-01')

function birthDate(sent: Sent, today: Temporal.PlainDate, refuse: Refuse): string | null {
  const parts = { day: sent['birth_date-day'], month: sent['birth_date-month'], year: sent['birth_date-year'] }
  if (Object.values(parts).every((it) => it.trim() === '')) return null
  const reading = readPartialDate(parts, { earliest, latest: today })
  if (reading.done) return partialDateText(reading.value)
  refuse('birth_date', 'Enter a date of birth, like 27 3 1981, or leave out what is not known')
  return null
}
