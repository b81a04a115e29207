import type { Desk } from '../../../platform/database/desk.ts'
import { type Inbox, InboxFailure, type OpenInbox, type WaitingMail } from '../../../platform/mail/inbox.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { newId } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { keepMail, keepTooLarge } from '../actions/keep-mail.ts'
import type { MailboxTools } from '../actions/mailbox-tools.ts'
import { largestMail } from '../actions/stored-post.ts'
import { recordFailure, recordRead } from '../data/mailbox-state.ts'

/** One tick fetches no more than this, so that other jobs have their turn. */
const mostInOneTick = 50

/** Pauses between two looks into the mailbox, in milliseconds of the machine: after a failure longer each time, up to the last. */
const usualPause = 60_000
const longestPause = 15 * 60_000

export interface Fetching extends MailboxTools {
  readonly inbox: Inbox
  /** Milliseconds that only go forward. */
  readonly machineNow: () => number
}

/** Fetches what nobody has read from the mailbox: each is stored, and only then marked as read. */
export function fetchMail(tools: Fetching): Job<PurposeKey> {
  let pause = usualPause
  let next = 0
  return {
    name: 'fetch-mail',
    purpose: 'post',
    run: async (desk) => {
      if (tools.machineNow() < next) return 0
      try {
        const { stored, more } = await tools.inbox.visit((inbox) => fetchWaiting(desk, tools, inbox))
        pause = usualPause
        next = more ? 0 : tools.machineNow() + pause
        await remember(desk, null)
        return stored
      } catch (error) {
        if (!(error instanceof InboxFailure)) throw error
        pause = Math.min(pause * 2, longestPause)
        next = tools.machineNow() + pause
        await remember(desk, error)
        throw error
      }
    },
  }
}

async function fetchWaiting(
  desk: Desk<PurposeKey>,
  tools: Fetching,
  inbox: OpenInbox,
): Promise<{ readonly stored: number; readonly more: boolean }> {
  const waiting = await inbox.unread()
  let [stored, tried] = [0, 0]
  for (const mail of waiting) {
    if (tried >= mostInOneTick) return { stored, more: true }
    if (await takeOne(desk, tools, inbox, mail)) stored++
    // What is too large stays unread, so it does not count: it would keep everything behind it waiting.
    if (mail.sizeBytes <= largestMail) tried++
  }
  return { stored, more: false }
}

async function takeOne(
  desk: Desk<PurposeKey>,
  tools: Fetching,
  inbox: OpenInbox,
  { uid, sizeBytes }: WaitingMail,
): Promise<boolean> {
  if (sizeBytes > largestMail) {
    const head = await inbox.fetchHead(uid)
    return head !== null && (await keepTooLarge(desk, tools, { head, sizeBytes })) === 'kept'
  }
  const raw = await inbox.fetch(uid)
  if (!raw) return false
  const kept = await keepMail(desk, tools, raw)
  await inbox.markRead(uid)
  return kept === 'kept'
}

async function remember(desk: Desk<PurposeKey>, failure: InboxFailure | null): Promise<void> {
  const deed = failure ? 'mailbox.failed' : 'mailbox.read'
  await desk.act(null, { purpose: 'post', deed, key: newId() }, async (scope) => {
    if (failure) await recordFailure(scope, failure.kind)
    else await recordRead(scope)
    return done({})
  })
}
