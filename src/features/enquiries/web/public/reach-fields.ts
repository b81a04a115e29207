import { z } from 'zod'
import { optionalEmail, optionalText } from '../../../../platform/web/field-schemas.ts'
import { readPostcode } from '../../../../values/postcode.ts'
import { readTelephone } from '../../../../values/telephone.ts'
import { daysAmong } from '../../../people/index.ts'
import type { Reach, WaySafety } from '../../domain/new-enquiry.ts'
import { readHours } from '../safe-hours.ts'

const emailMessage = 'Enter an e-mail address, like name@example.org'
const telephoneMessage = 'Enter a telephone number, like 01603 555 123'

const ways = z.array(z.string()).catch([])

const detailsOf: Readonly<Record<string, readonly string[]>> = {
  email: ['email'],
  telephone: ['telephone', 'voicemail'],
  letter: ['address', 'postcode'],
}

/** Leaves out what stands beside a way that was not ticked: it is neither judged nor kept, also when a script had hidden it. */
export function onlyTicked(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return sent
  const chosen = 'ways' in sent ? ways.parse(sent.ways) : []
  const dropped = Object.keys(detailsOf).flatMap((way) => (chosen.includes(way) ? [] : (detailsOf[way] ?? [])))
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !dropped.includes(name)))
}

/** How somebody may be reached, as fields of a form. */
export const reachFields = {
  ways: ways.default([]),
  voicemail: z.string().default(''),
  contact_times: optionalText(300),
  safe_days: z.array(z.string()).catch([]).default([]),
  safe_from: z.string().default(''),
  safe_until: z.string().default(''),
  email: optionalEmail(emailMessage),
  telephone: optionalText(40),
  address: optionalText(300),
  postcode: optionalText(12),
} as const

export type SentReach = z.output<z.ZodObject<typeof reachFields>>
type Refuse = (field: string, message: string) => void

/** What the fields must say together. The first message for a field counts. */
export function checkReach(sent: SentReach, refuse: Refuse): void {
  const chosen = new Set(sent.ways)
  if (chosen.size === 0) refuse('ways[]', 'Tick each way that is safe, or “None of these”')
  if (chosen.has('none') && chosen.size > 1)
    refuse('ways[]', 'Tick the ways that are safe, or “None of these”, not both')
  if (chosen.has('email') && !sent.email) refuse('email', emailMessage)
  if (chosen.has('telephone')) checkTelephone(sent, refuse)
  if (chosen.has('letter')) checkAddress(sent, refuse)
  readHours(sent, refuse)
}

function checkTelephone(sent: SentReach, refuse: Refuse): void {
  if (!readTelephone(sent.telephone ?? '').done) refuse('telephone', telephoneMessage)
  if (sent.voicemail !== 'yes' && sent.voicemail !== 'no') refuse('voicemail', 'Choose if we may leave a message')
}

function checkAddress(sent: SentReach, refuse: Refuse): void {
  if (!sent.address) refuse('address', 'Enter the address that is safe to write to')
  if (!readPostcode(sent.postcode ?? '').done) refuse('postcode', 'Enter a postcode, like NR1 1AA')
}

/** Reads fields that were found right. */
export function reachOf(sent: SentReach): Reach {
  const safety = (way: string): WaySafety => (sent.ways.includes(way) ? 'safe' : 'unsafe')
  const telephone = readTelephone(sent.telephone ?? '')
  const postcode = readPostcode(sent.postcode ?? '')
  return {
    email: sent.email,
    telephone: telephone.done ? telephone.value.typed : null,
    telephoneDigits: telephone.done ? telephone.value.comparable : null,
    address: sent.address,
    postcode: postcode.done ? postcode.value : null,
    emailSafety: safety('email'),
    telephoneSafety: safety('telephone'),
    letterSafety: safety('letter'),
    voicemailSafety: !telephone.done ? 'not_asked' : sent.voicemail === 'yes' ? 'safe' : 'unsafe',
    contactTimes: sent.contact_times,
    safeDays: daysAmong(sent.safe_days),
    ...readHours(sent, () => {}),
  }
}
