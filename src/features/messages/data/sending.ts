import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { pauseAfter, sendingLease } from '../domain/pauses.ts'
import type { AddressedMessage } from './still-safe.ts'

/** What a message is about decides under which purpose it is sent. */
export type MessageOf = 'case' | 'enquiry'

export interface DueMessage extends AddressedMessage {
  readonly id: Id
  readonly subject: string
  readonly body: string
  readonly calendarEntry: string | null
  readonly attempts: number
  readonly notAfter: Temporal.Instant | null
}

/** Locks the e-mail that has been due longest, passing over any that another transaction has; null when none is due. */
export async function lockNextDue(scope: Scope, of: MessageOf): Promise<DueMessage | null> {
  const row = await scope.queries
    .selectFrom('message')
    .select(['id', 'case_id', 'enquiry_id', 'person_id', 'contact_point_id', 'channel', 'recipient', 'subject', 'body'])
    .select(['calendar_entry', 'attempts', 'not_after'])
    .where('status', '=', 'waiting')
    .where('channel', '=', 'email')
    .where(of === 'case' ? 'case_id' : 'enquiry_id', 'is not', null)
    .where('next_attempt_at', '<=', scope.now)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return null
  const { id, channel, recipient, subject, body, attempts } = row
  const ids = { caseId: row.case_id, enquiryId: row.enquiry_id, personId: row.person_id }
  const rest = { contactPointId: row.contact_point_id, calendarEntry: row.calendar_entry, notAfter: row.not_after }
  return { id, channel, recipient, subject, body, attempts, ...ids, ...rest }
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

/** Records that a message left, even one that was stopped meanwhile: what was sent was sent. */
export async function recordSent(scope: Scope, id: Id): Promise<void> {
  await scope.queries
    .updateTable('message')
    .set({ status: 'sent', settled_at: scope.now })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'stopped'])
    .execute()
}
