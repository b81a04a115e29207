import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { nameOf } from '../domain/words.ts'

const columns = [
  'id',
  'reference',
  'channel',
  'received_at',
  'received_on',
  'asked_by',
  'organisation',
  'permission_stated',
  'given_name',
  'family_name',
  'birth_date',
  'email',
  'telephone',
  'address',
  'postcode',
  'email_safety',
  'telephone_safety',
  'letter_safety',
  'voicemail_safety',
  'contact_times',
  'safe_days',
  'safe_from',
  'safe_until',
  'other_given_name',
  'other_family_name',
  'heard_from',
  'wanted_on',
  'wanted_at',
  'topic',
  'message',
  'safety_note',
  'needs',
  'status',
  'answered_at',
  'answer_note',
  'case_id',
] as const

/** An enquiry as the office reads it; null when there is none for the one who asks. */
export async function enquiryOf(scope: Scope, id: Id) {
  const row = await scope.queries.selectFrom('enquiry').select(columns).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export type Enquiry = NonNullable<Awaited<ReturnType<typeof enquiryOf>>>

export interface ListedEnquiry {
  readonly id: Id
  readonly reference: string
  readonly receivedAt: Temporal.Instant
  readonly name: string
  readonly channel: Enquiry['channel']
  readonly topic: Enquiry['topic']
  readonly status: Enquiry['status']
  readonly askedBy: Enquiry['asked_by']
}

/** Enquiries, newest first, in pages that go on from the last one seen. */
export async function listEnquiries(
  scope: Scope,
  which: {
    readonly status?: Enquiry['status'] | undefined
    readonly before?: Temporal.Instant | undefined
    readonly limit: number
  },
): Promise<ListedEnquiry[]> {
  let query = scope.queries
    .selectFrom('enquiry')
    .select(['id', 'reference', 'received_at', 'given_name', 'family_name', 'channel', 'topic', 'status', 'asked_by'])
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(which.limit)
  if (which.status) query = query.where('status', '=', which.status)
  if (which.before) query = query.where('received_at', '<', which.before)
  return (await query.execute()).map((row) => ({
    id: row.id,
    reference: row.reference,
    receivedAt: row.received_at,
    name: nameOf(row.given_name, row.family_name),
    channel: row.channel,
    topic: row.topic,
    status: row.status,
    askedBy: row.asked_by,
  }))
}
