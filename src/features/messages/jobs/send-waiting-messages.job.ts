import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { Mailbox } from '../../../platform/mail/mail-transport.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { readPublished } from '../../settings/index.ts'
import { addTask } from '../../tasks/index.ts'
import { stillGuarded } from '../data/guard-reads.ts'
import { settleMessage } from '../data/message-writes.ts'
import {
  beginAttempt,
  type DueMessage,
  holdUntil,
  lockNextDue,
  lockToSend,
  type MessageOf,
  postpone,
  recordSent,
} from '../data/sending.ts'
import { safeFrom, stillSafe } from '../data/still-safe.ts'
import { voiceOf } from '../domain/service-voice.ts'
import { type Carrier, type Failure, type MailWay, mailCarrier, type TextWay, textCarrier } from './carriers.ts'

export interface SendingTools {
  readonly mail: MailWay
  readonly texts?: TextWay
  /** The service's name, where it has set no neutral one. */
  readonly serviceName: string
  /** Puts in at the last moment what is kept nowhere; the text as it stands where there is nothing to put in. */
  readonly fillIn?: ((message: FillableMessage) => string) | undefined
}

export type FillableMessage = Pick<DueMessage, 'id' | 'template' | 'body'>

/** One tick sends no more than this, so that other jobs have their turn. */
const mostInOneTick = 200

const purposeFor = { case: 'booking', enquiry: 'enquiries' } as const

/** Sends the e-mails that are due: those about cases, or those about enquiries. */
export const sendWaitingMessages = (of: MessageOf, tools: SendingTools): Job<PurposeKey> => ({
  name: `send-${of}-messages`,
  purpose: purposeFor[of],
  run: (desk) => sendAll(desk, of, tools, tools.mail && mailCarrier(tools.mail)),
})

/** Sends the texts that are due. A provider that cannot be reached keeps no e-mail waiting, nor the other way about. */
export const sendWaitingTexts = (tools: SendingTools): Job<PurposeKey> => ({
  name: 'send-texts',
  purpose: 'booking',
  run: (desk) => sendAll(desk, 'case', tools, tools.texts ? textCarrier(tools.texts) : null),
})

async function sendAll(desk: Desk<PurposeKey>, of: MessageOf, tools: SendingTools, carrier: Carrier | null) {
  if (!carrier) return 0
  for (let count = 0; count < mostInOneTick; count++) {
    const next = await takeNext(desk, of, { ...tools, carrier })
    if (next === 'nothing-due') return count
    if (next !== 'settled' && !(await sendOne(desk, of, { ...tools, carrier }, next))) return count
  }
  return mostInOneTick
}

type WithCarrier = SendingTools & { readonly carrier: Carrier }

interface Taken {
  readonly message: DueMessage
  readonly from: Mailbox
}

/** Takes the next message, if it may still go, and keeps it from others while it is tried. */
async function takeNext(
  desk: Desk<PurposeKey>,
  of: MessageOf,
  { serviceName, carrier }: WithCarrier,
): Promise<Taken | 'settled' | 'nothing-due'> {
  const found: { taken: Taken | null } = { taken: null }
  const deed = { purpose: purposeFor[of], deed: 'message.taken', key: newId() } as const
  const outcome = await desk.act<'nothing-due'>(null, deed, async (scope) => {
    const message = await lockNextDue(scope, of, carrier.channel)
    if (!message) return refused('nothing-due')
    scope.about({ subjectId: message.id, ...(message.caseId ? { caseId: message.caseId } : {}) })
    if (!(await mayGoNow(scope, message))) return done({ messageId: message.id })
    await beginAttempt(scope, message)
    found.taken = { message, from: await senderOf(scope, serviceName) }
    return done({ messageId: message.id })
  })
  if (!outcome.done) return 'nothing-due'
  return found.taken ?? 'settled'
}

/** Whether it may go at this moment. If not, it is held until a time that is safe, or ended. */
async function mayGoNow(scope: Scope, message: DueMessage): Promise<boolean> {
  const at = await safeFrom(scope, message)
  const why = isLate(message, at) ? 'late' : await whyNotSafe(scope, message)
  if (why) await giveUp(scope, message, why)
  else if (Temporal.Instant.compare(at, scope.now) > 0) await holdUntil(scope, message, at)
  else return true
  return false
}

async function whyNotSafe(scope: Scope, message: DueMessage): Promise<'unsafe' | 'guarded' | null> {
  if (!(await stillSafe(scope, message))) return 'unsafe'
  return (await stillGuarded(scope, message)) ? null : 'guarded'
}

const isLate = ({ notAfter }: DueMessage, now: Temporal.Instant) =>
  notAfter !== null && Temporal.Instant.compare(now, notAfter) > 0

async function senderOf(scope: Scope, serviceName: string): Promise<Mailbox> {
  const voice = voiceOf(await readPublished(scope), serviceName)
  return { name: voice.name, address: voice.email }
}

/** Ends a message that did not go, and tells somebody: the person was not reached. */
async function giveUp(
  scope: Scope,
  message: DueMessage,
  why: 'unsafe' | 'guarded' | 'late' | 'refused',
): Promise<void> {
  const { caseId, enquiryId, id: messageId } = message
  if (!(await settleMessage(scope, messageId, why === 'refused' ? 'failed' : 'stopped', { why }))) return
  const dueOn = todayInLondon(scope.now).toString()
  const kind = why === 'unsafe' || why === 'guarded' ? 'message-held-back' : 'message-failed'
  // A professional who lost their account is written to no more, and that is as it should be.
  if (caseId || enquiryId) await addTask(scope, { kind, forRole: 'coordinator', dueOn, caseId, enquiryId, messageId })
}

/**
 * Asks once more, delivers, and records how it ended, in one transaction that holds what is said of the person's safety meanwhile:
 * whoever sets a flag waits for what has begun, and nothing begins after it. False when the mail server cannot be reached and the
 * rest had better wait.
 */
async function sendOne(
  desk: Desk<PurposeKey>,
  of: MessageOf,
  { carrier, fillIn }: WithCarrier,
  { message: taken, from }: Taken,
): Promise<boolean> {
  const caseId = taken.caseId ?? undefined
  const about = { purpose: purposeFor[of], deed: 'message.sent', key: newId(), subjectId: taken.id, caseId } as const
  const found: { failure: Failure | null } = { failure: null }
  await desk.act<'settled'>(null, about, async (scope) => {
    const message = await lockToSend(scope, taken)
    if (!message) return refused('settled')
    if (await mayGoNow(scope, message)) {
      const body = fillIn?.(message) ?? message.body
      found.failure = await carrier.carry({ ...message, body }, from)
      await recordHow(scope, message, found.failure)
    }
    return done({ messageId: message.id })
  })
  const { failure } = found
  return failure === null || failure.code !== null || failure.kind === 'permanent'
}

async function recordHow(scope: Scope, message: DueMessage, failure: Failure | null): Promise<void> {
  if (!failure) await recordSent(scope, message.id)
  else if (failure.kind === 'permanent') await giveUp(scope, message, 'refused')
  else await postpone(scope, message.id, message.attempts)
}
