import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { MessageChannel } from '../domain/channels.ts'
import type { MessageStatus, WhyNotGone } from '../domain/message-words.ts'
import type { MessageOf } from './sending.ts'

export interface ListedMessage {
  readonly id: Id
  readonly zone: 'A' | 'B' | 'office'
  readonly channel: MessageChannel
  readonly template: string
  readonly status: MessageStatus
  readonly madeAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
}

export interface WholeMessage extends ListedMessage {
  readonly caseId: Id | null
  readonly enquiryId: Id | null
  readonly personId: Id | null
  readonly contactPointId: Id | null
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly calendarEntry: string | null
  readonly attempts: number
  readonly nextAttemptAt: Temporal.Instant
  /** Set for a colleague's own words. */
  readonly writtenBy: Id | null
  /** What the guard found in them, and why they were to go all the same. */
  readonly guardFound: string | null
  readonly guardReason: string | null
  /** Why it did not go, or came back. */
  readonly why: WhyNotGone | null
  readonly deliveredAt: Temporal.Instant | null
  /** ISO date on which a letter was posted. */
  readonly postedOn: string | null
}

/** A list is read by a person. */
const mostListed = 100

const listedOfCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('message')
    .select(['id', 'zone', 'channel', 'template', 'status', 'made_at', 'settled_at'])
    .where('case_id', '=', caseId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(mostListed),
)

/** What was written in a case, the newest first. */
export async function messagesOfCase(scope: Scope, caseId: Id): Promise<ListedMessage[]> {
  const rows = await listedOfCase(scope, { caseId })
  return rows.map(({ made_at: madeAt, settled_at: settledAt, ...row }) => ({ ...row, madeAt, settledAt }))
}

const wholeColumns = [
  'id',
  'case_id',
  'enquiry_id',
  'person_id',
  'contact_point_id',
  'zone',
  'channel',
  'template',
  'recipient',
  'subject',
  'body',
  'calendar_entry',
  'status',
  'made_at',
  'settled_at',
  'attempts',
  'next_attempt_at',
  ...(['written_by', 'guard_found', 'guard_reason', 'why', 'delivered_at', 'posted_on'] as const),
] as const

/** One message about a case, or one about an enquiry; null when there is none for the one who asks. */
export async function messageOf(scope: Scope, of: MessageOf, id: Id): Promise<WholeMessage | null> {
  const row = await scope.queries
    .selectFrom('message')
    .select(wholeColumns)
    .where('id', '=', id)
    .where(of === 'case' ? 'case_id' : 'enquiry_id', 'is not', null)
    .executeTakeFirst()
  return row ? whole(row) : null
}

/** More than this nobody posts in a day. */
const mostLetters = 50

/** Letters about cases or about enquiries that wait to be posted, the oldest first. */
export async function lettersWaiting(scope: Scope, of: MessageOf): Promise<WholeMessage[]> {
  const rows = await scope.queries
    .selectFrom('message')
    .select(wholeColumns)
    .where(of === 'case' ? 'case_id' : 'enquiry_id', 'is not', null)
    .where('channel', '=', 'letter')
    .where('status', '=', 'waiting')
    .orderBy('made_at')
    .orderBy('id')
    .limit(mostLetters)
    .execute()
  return rows.map(whole)
}

/** Every message in the order of writing, the newest first: the demonstration's outbox. */
export async function readOutbox(scope: Scope, of: MessageOf, limit = mostListed): Promise<WholeMessage[]> {
  const rows = await scope.queries
    .selectFrom('message')
    .select(wholeColumns)
    .where('case_id', of === 'case' ? 'is not' : 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(whole)
}

type WholeRow = {
  id: Id
  case_id: Id | null
  enquiry_id: Id | null
  person_id: Id | null
  contact_point_id: Id | null
  zone: 'A' | 'B' | 'office'
  channel: MessageChannel
  template: string
  recipient: string
  subject: string
  body: string
  calendar_entry: string | null
  status: MessageStatus
  made_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  attempts: number
  next_attempt_at: Temporal.Instant
  written_by: Id | null
  guard_found: string | null
  guard_reason: string | null
  why: WhyNotGone | null
  delivered_at: Temporal.Instant | null
  posted_on: string | null
}

const whole = (row: WholeRow): WholeMessage => ({
  id: row.id,
  caseId: row.case_id,
  enquiryId: row.enquiry_id,
  personId: row.person_id,
  contactPointId: row.contact_point_id,
  zone: row.zone,
  channel: row.channel,
  template: row.template,
  recipient: row.recipient,
  subject: row.subject,
  body: row.body,
  calendarEntry: row.calendar_entry,
  status: row.status,
  madeAt: row.made_at,
  settledAt: row.settled_at,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  ...{ writtenBy: row.written_by, guardFound: row.guard_found, guardReason: row.guard_reason },
  ...{ why: row.why, deliveredAt: row.delivered_at, postedOn: row.posted_on },
})

export interface WaitingMessages {
  readonly count: number
  /** Since when the oldest of them waits; null when none does. */
  readonly since: Temporal.Instant | null
  /** How many of them were tried and not taken by the mail server. */
  readonly tried: number
  /** Letters about cases that wait to be posted, of those that the one who asks may see. */
  readonly letters: { readonly count: number; readonly since: Temporal.Instant | null }
}

/** What waits to be sent or posted, of what the one who asks may see. Without a mail server all e-mails wait. */
export async function waitingMessages(scope: Scope): Promise<WaitingMessages> {
  const row = await scope.queries
    .selectFrom('message')
    .select((is) => [
      is.fn.countAll<number>().filterWhere('channel', '=', 'email').as('count'),
      is.fn.min('made_at').filterWhere('channel', '=', 'email').as('since'),
      is.fn.countAll<number>().filterWhere('channel', '=', 'email').filterWhere('attempts', '>', 0).as('tried'),
      is.fn.countAll<number>().filterWhere('channel', '=', 'letter').as('letters'),
      is.fn.min('made_at').filterWhere('channel', '=', 'letter').as('letters_since'),
    ])
    .where('status', '=', 'waiting')
    .where((is) =>
      is.or([is('channel', '=', 'email'), is.and([is('channel', '=', 'letter'), is('case_id', 'is not', null)])]),
    )
    .executeTakeFirstOrThrow()
  const { count, since, tried, letters, letters_since: lettersSince } = row
  return { count, since, tried, letters: { count: letters, since: lettersSince } }
}
