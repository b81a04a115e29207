import { type Selectable, sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { Id } from '../../../values/ids.ts'
import { folded, mayUsePoint, nextSafe, type SafeTimes, safeTimesOf } from '../../people/index.ts'
import { type MessageChannel, wayOf } from '../domain/channels.ts'
import { referralTemplate, useOf } from '../domain/message-words.ts'

/** What must be known of a message to ask whether it may still go. */
export interface AddressedMessage {
  readonly id: Id
  readonly caseId: Id | null
  readonly enquiryId: Id | null
  readonly professionalId?: Id | null
  readonly personId: Id | null
  readonly contactPointId: Id | null
  readonly channel: MessageChannel
  readonly template: string
  readonly recipient: string
}

/**
 * Whether what was safe when the message was written still is, asked at the moment of sending: the person is still in this matter,
 * they still say that this way of contact is safe, and it is not also the other party's.
 */
export const stillSafe = (scope: Scope, message: AddressedMessage): Promise<boolean> =>
  message.caseId ? partyIsSafe(scope, message, message.caseId) : enquirerIsSafe(scope, message)

/** When an e-mail or a text may go by the times that the person said are safe: now, or the next of them. */
export async function safeFrom(
  scope: Scope,
  { id, personId, enquiryId, channel, template }: AddressedMessage,
): Promise<Temporal.Instant> {
  if (channel === 'letter') return scope.now
  if (personId) return nextSafe(await safeTimesOf(scope, personId), scope.now)
  // What whoever referred somebody is told goes to their own place of work.
  if (!enquiryId || template === referralTemplate) return scope.now
  return nextSafe(await timesOfEnquiry(scope, enquiryId, id), scope.now)
}

async function timesOfEnquiry(scope: Scope, id: Id, messageId: Id): Promise<SafeTimes> {
  const row = await reachOfEnquiry(scope, id, messageId)
  return { safeDays: row?.safe_days ?? null, safeFrom: row?.safe_from ?? null, safeUntil: row?.safe_until ?? null }
}

/** How an enquirer is reached. Of an enquiry that is kept and not used, for what is written to them about what they asked alone. */
async function reachOfEnquiry(scope: Scope, id: Id, messageId: Id) {
  const row = await scope.queries.selectFrom('enquiry').select(reach).where('id', '=', id).executeTakeFirst()
  if (row) return row
  const { rows } = await sql<Pick<Selectable<Tables['enquiry']>, (typeof reach)[number]>>`
    SELECT email, email_safety, letter_safety, safe_days, safe_from, safe_until, NULL AS case_id FROM ev.enquirer_to_tell(${messageId})`.execute(
    scope.queries,
  )
  return rows[0]
}
const reach = ['email', 'email_safety', 'letter_safety', 'safe_days', 'safe_from', 'safe_until', 'case_id'] as const

async function partyIsSafe(scope: Scope, message: AddressedMessage, caseId: Id): Promise<boolean> {
  const { contactPointId: pointId, personId, channel, template } = message
  if (!pointId || !personId || !(await isParty(scope, caseId, personId))) return false
  const way = await mayUsePoint(scope, { personId, pointId, channel: wayOf[channel], use: useOf(template) })
  return way.usable && (channel === 'letter' || way.point.value === message.recipient)
}

async function isParty(scope: Scope, caseId: Id, personId: Id): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('party')
    .select('id')
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

async function enquirerIsSafe(scope: Scope, message: AddressedMessage): Promise<boolean> {
  if (message.professionalId) return professionalMayBeTold(scope, message.professionalId, message.recipient)
  if (!message.enquiryId) return false
  if (message.template === referralTemplate) return referrerMayBeTold(scope, message.enquiryId, message.recipient)
  const enquiry = await reachOfEnquiry(scope, message.enquiryId, message.id)
  if (!enquiry) return false
  if (message.channel === 'letter') return enquiry.letter_safety === 'safe' && enquiry.case_id === null
  if (enquiry.email !== message.recipient || enquiry.email_safety !== 'safe') return false
  return enquiry.case_id === null || isSafeInCase(scope, enquiry.case_id, enquiry.email)
}

/** The word to whoever referred somebody goes to the address they gave for themselves, while the client lets them follow it. */
async function referrerMayBeTold(scope: Scope, enquiryId: Id, recipient: string): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('referral')
    .select('id')
    .where('enquiry_id', '=', enquiryId)
    .where('email', '=', recipient)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Word to somebody about their account goes to the mailbox that they still have, while they have the account. */
async function professionalMayBeTold(scope: Scope, id: Id, recipient: string): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('professional')
    .select('id')
    .where('id', '=', id)
    .where('email', '=', recipient)
    .where('account_opened_at', 'is not', null)
    .where('account_ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** After a case was opened from the enquiry, what is safe is said there. */
async function isSafeInCase(scope: Scope, caseId: Id, email: string): Promise<boolean> {
  const points = await scope.queries
    .selectFrom('contact_point')
    .innerJoin('party', 'party.person_id', 'contact_point.person_id')
    .select(['contact_point.id', 'party.person_id'])
    .where('party.case_id', '=', caseId)
    .where('contact_point.ended_at', 'is', null)
    .where('contact_point.kind', '=', 'email')
    .where('contact_point.value_folded', '=', folded('email', email))
    .execute()
  const [point] = points
  if (!point || points.length > 1) return false
  const { id: pointId, person_id: personId } = point
  return (await mayUsePoint(scope, { personId, pointId, channel: 'email' })).usable
}
