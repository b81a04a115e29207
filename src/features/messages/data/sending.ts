import { type Selectable, sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { Id } from '../../../values/ids.ts'
import { holdContact } from '../../people/index.ts'
import { firstAsked, pauseAfter, sendingLease } from '../domain/pauses.ts'
import type { AddressedMessage } from './still-safe.ts'

/** What a message is about decides under which purpose it is sent: one to a professional goes with those about enquiries. */
export type MessageOf = 'case' | 'enquiry'

export interface DueMessage extends AddressedMessage {
  readonly id: Id
  readonly subject: string
  readonly body: string
  readonly calendarEntry: string | null
  readonly attempts: number
  readonly notAfter: Temporal.Instant | null
  /** Set for a colleague's own words, with what the guard had found in them. */
  readonly writtenBy: Id | null
  readonly guardFound: string | null
}

/** Locks the e-mail or text that has been due longest, passing over any that another transaction has; null when none is due. */
export async function lockNextDue(scope: Scope, of: MessageOf, channel: 'email' | 'text'): Promise<DueMessage | null> {
  const row = await scope.queries
    .selectFrom('message')
    .select(dueColumns)
    .where('status', '=', 'waiting')
    .where('channel', '=', channel)
    .where('case_id', of === 'case' ? 'is not' : 'is', null)
    .where('next_attempt_at', '<=', scope.now)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ? asDue(row) : null
}

/**
 * Takes a message again to send it now: alone, with what is said of the person's ways of contact held until it has left. Null when it
 * no longer waits.
 */
export async function lockToSend(scope: Scope, { id, personId, enquiryId }: DueMessage): Promise<DueMessage | null> {
  await sql`SET LOCAL idle_in_transaction_session_timeout = '5min'`.execute(scope.queries)
  for (const subject of [personId, enquiryId]) if (subject) await holdContact(scope, subject)
  const row = await scope.queries
    .selectFrom('message')
    .select(dueColumns)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  return row ? asDue(row) : null
}

const dueColumns = [
  ...(['id', 'case_id', 'enquiry_id', 'professional_id', 'person_id', 'contact_point_id', 'channel'] as const),
  ...(['template', 'recipient', 'subject', 'body', 'calendar_entry', 'attempts', 'not_after'] as const),
  ...(['written_by', 'guard_found'] as const),
] as const

type DueRow = Pick<Selectable<Tables['message']>, (typeof dueColumns)[number]>

function asDue(row: DueRow): DueMessage {
  const { id, channel, template, recipient, subject, body, attempts } = row
  const ids = {
    caseId: row.case_id,
    enquiryId: row.enquiry_id,
    personId: row.person_id,
    professionalId: row.professional_id,
  }
  const rest = { contactPointId: row.contact_point_id, calendarEntry: row.calendar_entry, notAfter: row.not_after }
  const byHand = { writtenBy: row.written_by, guardFound: row.guard_found }
  return { id, channel, template, recipient, subject, body, attempts, ...ids, ...rest, ...byHand }
}

/** Counts an attempt and keeps the message from others while it lasts. */
export async function beginAttempt(scope: Scope, message: DueMessage): Promise<void> {
  await scope.queries
    .updateTable('message')
    .set({ attempts: message.attempts + 1, next_attempt_at: scope.now.add(sendingLease) })
    .where('id', '=', message.id)
    .execute()
}

/** Puts off the next attempt. */
export async function postpone(scope: Scope, id: Id, attempts: number): Promise<void> {
  await scope.queries
    .updateTable('message')
    .set({ next_attempt_at: scope.now.add(pauseAfter(attempts)) })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .execute()
}

/** Keeps a message until a time that is safe; the attempt that found it out does not count. */
export async function holdUntil(scope: Scope, { id, attempts }: DueMessage, at: Temporal.Instant): Promise<void> {
  await scope.queries
    .updateTable('message')
    .set({ attempts, next_attempt_at: at })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .execute()
}

/** Records that a message left, even one that was stopped meanwhile: what was sent was sent. */
export async function recordSent(scope: Scope, id: Id): Promise<void> {
  await scope.queries
    .updateTable('message')
    .set({ status: 'sent', settled_at: scope.now, why: null, next_attempt_at: scope.now.add(firstAsked) })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'stopped'])
    .execute()
}
