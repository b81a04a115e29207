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

/** What is known of somebody who got in touch, to see whether they did before. */
export interface KnownOf {
  readonly id?: Id
  readonly email: string | null
  readonly telephoneDigits: string | null
  readonly name: string
  readonly birthDate: string | null
}

export interface Match {
  /** Null for a party of a case whom no enquiry names. */
  readonly enquiryId: Id | null
  readonly reference: string
  readonly name: string
  readonly by: readonly ('telephone' | 'email' | 'name_and_birth_date')[]
  readonly caseId: Id | null
}

/** Other enquiries with just the same telephone, e-mail, or name and date of birth. */
export async function sameElsewhere(scope: Scope, known: KnownOf): Promise<Match[]> {
  const { email, telephoneDigits: digits, birthDate } = known
  const folded = known.name.toLowerCase()
  const rows = await scope.queries
    .selectFrom('enquiry')
    .select([
      'id',
      'reference',
      'given_name',
      'family_name',
      'case_id',
      'email_folded',
      'telephone_digits',
      'name_folded',
      'birth_date',
    ])
    .where((where) =>
      where.or([
        ...(email ? [where('email_folded', '=', email.toLowerCase())] : []),
        ...(digits ? [where('telephone_digits', '=', digits)] : []),
        ...(birthDate ? [where.and([where('name_folded', '=', folded), where('birth_date', '=', birthDate)])] : []),
      ]),
    )
    .$if(known.id !== undefined, (query) => query.where('id', '<>', known.id as Id))
    .limit(20)
    .execute()
  return rows.map((row) => ({
    enquiryId: row.id,
    reference: row.reference,
    name: nameOf(row.given_name, row.family_name),
    caseId: row.case_id,
    by: [
      ...(digits && row.telephone_digits === digits ? (['telephone'] as const) : []),
      ...(email && row.email_folded === email.toLowerCase() ? (['email'] as const) : []),
      ...(birthDate && row.birth_date === birthDate && row.name_folded === folded
        ? (['name_and_birth_date'] as const)
        : []),
    ],
  }))
}
