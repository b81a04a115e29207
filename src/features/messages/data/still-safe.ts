import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** What must be known of a message to ask whether it may still go. */
export interface AddressedMessage {
  readonly caseId: Id | null
  readonly enquiryId: Id | null
  readonly personId: Id | null
  readonly contactPointId: Id | null
  readonly channel: 'email' | 'letter'
  readonly recipient: string
}

/**
 * Whether what was safe when the message was written still is, asked at the moment of sending: the person is still in this matter,
 * they still say that this way of contact is safe, and it is not also the other party's.
 */
export const stillSafe = (scope: Scope, message: AddressedMessage): Promise<boolean> =>
  message.caseId ? partyIsSafe(scope, message, message.caseId) : enquirerIsSafe(scope, message)

async function partyIsSafe(scope: Scope, message: AddressedMessage, caseId: Id): Promise<boolean> {
  if (!message.contactPointId || !message.personId) return false
  const { personId } = message
  const point = await scope.queries
    .selectFrom('contact_point')
    .innerJoin('party', 'party.person_id', 'contact_point.person_id')
    .select(['contact_point.kind', 'contact_point.value', 'contact_point.value_folded', 'contact_point.postcode'])
    .where('contact_point.id', '=', message.contactPointId)
    .where('contact_point.person_id', '=', personId)
    .where('contact_point.safety', '=', 'safe')
    .where('contact_point.ended_at', 'is', null)
    .where('party.case_id', '=', caseId)
    .executeTakeFirst()
  if (!point || point.kind !== (message.channel === 'email' ? 'email' : 'address')) return false
  if (message.channel === 'email' && point.value !== message.recipient) return false
  const same = { kind: point.kind, folded: point.value_folded, postcode: point.postcode }
  return !(await isAlsoTheOthers(scope, caseId, personId, same))
}

/** A mailbox or a home that both parties use: whatever is sent there, the other may open. */
async function isAlsoTheOthers(
  scope: Scope,
  caseId: Id,
  personId: Id,
  same: { readonly kind: 'email' | 'address'; readonly folded: string; readonly postcode: string | null },
): Promise<boolean> {
  const found = await scope.queries
    .selectFrom('contact_point')
    .innerJoin('party', 'party.person_id', 'contact_point.person_id')
    .select('contact_point.id')
    .where('party.case_id', '=', caseId)
    .where('party.person_id', '<>', personId)
    .where('contact_point.ended_at', 'is', null)
    .where('contact_point.kind', '=', same.kind)
    .where('contact_point.value_folded', '=', same.folded)
    .where('contact_point.postcode', 'is not distinct from', same.postcode)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function enquirerIsSafe(scope: Scope, message: AddressedMessage): Promise<boolean> {
  if (!message.enquiryId) return false
  const enquiry = await scope.queries
    .selectFrom('enquiry')
    .select(['email', 'email_folded', 'email_safety', 'letter_safety', 'case_id'])
    .where('id', '=', message.enquiryId)
    .executeTakeFirst()
  if (!enquiry) return false
  if (message.channel === 'letter') return enquiry.letter_safety === 'safe' && enquiry.case_id === null
  if (enquiry.email !== message.recipient || enquiry.email_safety !== 'safe') return false
  return enquiry.case_id === null || isSafeInCase(scope, enquiry.case_id, enquiry.email_folded ?? '')
}

/** After a case was opened from the enquiry, what is safe is said there. */
async function isSafeInCase(scope: Scope, caseId: Id, folded: string): Promise<boolean> {
  const points = await scope.queries
    .selectFrom('contact_point')
    .innerJoin('party', 'party.person_id', 'contact_point.person_id')
    .select(['contact_point.safety', 'party.side'])
    .where('party.case_id', '=', caseId)
    .where('contact_point.ended_at', 'is', null)
    .where('contact_point.kind', '=', 'email')
    .where('contact_point.value_folded', '=', folded)
    .execute()
  return new Set(points.map((it) => it.side)).size === 1 && points.every((it) => it.safety === 'safe')
}
