import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { addTask, finishTasks } from '../../tasks/index.ts'
import type { MessageChannel } from '../domain/channels.ts'
import { isOneLine, maySayInText, type WrittenMessage } from '../domain/message-words.ts'
import { asText, fitsText } from '../domain/text-form.ts'

/** A message to one person, about a case or about an enquiry. */
export interface NewMessage {
  readonly caseId?: Id
  readonly enquiryId?: Id
  /** Both wanted for a case: whether this way of contact is safe is asked again when the message goes. */
  readonly personId?: Id
  readonly contactPointId?: Id
  /** What it is about, an attendance say: a later message about the same replaces one that still waits. */
  readonly aboutId?: Id
  readonly zone: 'A' | 'B' | 'office'
  readonly channel: MessageChannel
  readonly template: string
  /** One bare e-mail address, or one telephone number; for a letter of a case the name alone, for an enquiry the name and address as on the envelope. */
  readonly recipient: string
  readonly subject: string
  readonly body: string
  /** A calendar entry (RFC 5545) of this person's own. */
  readonly calendarEntry?: string
  /** After this it would only mislead, and is not sent. */
  readonly notAfter?: Temporal.Instant
  /** The occasion of it: about one thing there is one message for each, whoever asks twice. */
  readonly once?: string
  /** A colleague's own words: who wrote them, what the guard found, why they go all the same, and not before when. */
  readonly byHand?: {
    readonly writtenBy: Id
    readonly found: string | null
    readonly reason: string | null
    readonly goesAt: Temporal.Instant
  }
}

/**
 * Writes a message within the caller's transaction: it is sent when that is kept, and only then. A letter makes a task to post it.
 * Answers the message's identifier. Reads nothing, so that a purpose that may only add can write.
 */
export async function writeMessage(scope: Scope, message: NewMessage): Promise<Id> {
  if (!isOneLine(message.subject)) throw new TypeError('a subject is one line')
  const body = bodyOf(message)
  const id = newId()
  const { caseId = null, enquiryId = null } = message
  await scope.queries
    .insertInto('message')
    .values({
      id,
      case_id: caseId,
      enquiry_id: enquiryId,
      person_id: message.personId ?? null,
      contact_point_id: message.contactPointId ?? null,
      about_id: message.aboutId ?? null,
      zone: message.zone,
      channel: message.channel,
      template: message.template,
      recipient: message.recipient,
      subject: message.subject,
      body,
      calendar_entry: message.calendarEntry ?? null,
      next_attempt_at: message.byHand?.goesAt ?? scope.now,
      not_after: message.notAfter ?? null,
      once: message.once ?? null,
      ...byHandColumns(message.byHand),
    })
    .execute()
  if (message.channel === 'letter') {
    const dueOn = todayInLondon(scope.now).toString()
    await addTask(scope, { kind: 'letter-to-post', forRole: 'coordinator', dueOn, caseId, enquiryId, messageId: id })
  }
  return id
}

/** A text is short and plain, or is none: its writer chooses another way for what it cannot hold. */
function bodyOf({ channel, template, body }: NewMessage): string {
  if (channel !== 'text') return body
  if (!maySayInText(template) || !fitsText(body)) throw new TypeError('this cannot be said in a text')
  return asText(body)
}

const byHandColumns = (byHand: NewMessage['byHand']) =>
  byHand ? { written_by: byHand.writtenBy, guard_found: byHand.found, guard_reason: byHand.reason } : {}

/** Writes to a professional about their account; what of the kind still waits is stopped. It goes to their own mailbox. */
export async function writeToReferrer(
  scope: Scope,
  professionalId: Id,
  message: WrittenMessage & { readonly notAfter?: Temporal.Instant },
): Promise<Id> {
  if (!isOneLine(message.subject)) throw new TypeError('a subject is one line')
  const id = newId()
  const { template, subject, body, notAfter = null } = message
  await sql`SELECT FROM ev.write_to_referrer(${id}, ${professionalId}, ${template}, ${subject}, ${body}, ${notAfter})`.execute(
    scope.queries,
  )
  return id
}

/** Stops what still waits about a thing, because something newer is about to be said. Answers how many were stopped. */
export async function stopWaitingAbout(scope: Scope, aboutId: Id): Promise<number> {
  const waiting = await scope.queries
    .selectFrom('message')
    .select(['id', 'channel'])
    .where('about_id', '=', aboutId)
    .where('status', '=', 'waiting')
    .forUpdate()
    .execute()
  for (const { id, channel } of waiting) {
    await settleMessage(scope, id, 'stopped')
    if (channel === 'letter') await finishTasks(scope, { kind: 'letter-to-post', messageId: id })
  }
  return waiting.length
}

/** Why a message did not go, who said so, and for a letter on which day it was posted. */
export interface Ending {
  readonly why?: 'unsafe' | 'late' | 'refused' | 'undone' | 'guarded'
  readonly by?: Id
  /** ISO date. */
  readonly postedOn?: string
}

/** Says how a waiting message ended; false when it was not waiting. */
export async function settleMessage(
  scope: Scope,
  id: Id,
  status: 'sent' | 'printed' | 'stopped' | 'failed',
  { why, by, postedOn }: Ending = {},
): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('message')
    .set({ status, settled_at: scope.now, why: why ?? null, settled_by: by ?? null, posted_on: postedOn ?? null })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
