import { createHash } from 'node:crypto'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import { inspectUpload } from '../../../platform/files/inspect-upload.ts'
import { type ReadMail, readMail } from '../../../platform/mail/read-mail.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { largestUpload } from '../../files/index.ts'
import { mailCameBack } from '../../messages/index.ts'
import { isKept, sameContent } from '../data/post-reads.ts'
import { addPost, type NewPost, settlePost } from '../data/post-writes.ts'
import { isDoubtful, kindOfMail } from '../domain/mail-kind.ts'
import type { PostAttachment } from '../domain/post.ts'
import { returnedMessages } from '../domain/returned-mail.ts'
import type { MailboxTools } from './mailbox-tools.ts'
import { nameOfPart, storePost } from './stored-post.ts'

/** `known`: just these bytes are here already, since a fetch was cut off before the mailbox was told. */
export type KeptMail = 'kept' | 'known'

/** Keeps a message as it came, encrypted, in one transaction with its row. It is sorted afterwards. */
export async function keepMail(desk: Desk<PurposeKey>, tools: MailboxTools, raw: Uint8Array): Promise<KeptMail> {
  const mail = await readMail(raw)
  const rawSum = sumOf(raw)
  const read = mail ? await describe(mail, tools) : unreadable
  const returned = mail && read.kind === 'bounce' ? returnedMessages(mail) : []
  const deed = { purpose: 'post', deed: 'post.kept', key: newId(), refusals: { post_once: 'known' } } as const
  const outcome = await desk.act<'known'>(null, deed, async (scope) => {
    if (await isKept(scope, rawSum)) return refused('known')
    const id = newId()
    scope.about({ subjectId: id })
    const stored = await storePost(tools, raw)
    const kind = stored ? await kindHere(scope, read) : { kind: 'too_large' as const, duplicateOf: null }
    await addPost(scope, {
      ...{ id, medium: 'email', status: 'new', ...read, ...kind, stored, rawSum },
      dated: read.dated ?? dayOf(scope.now),
      sizeBytes: raw.length,
    })
    // It has its place: the message says so in its case, and somebody is told there.
    if (await someCameBack(scope, returned)) await settlePost(scope, id, ['new'], { status: 'aside' })
    return done({ postId: id })
  })
  return outcome.done ? 'kept' : outcome.reason
}

async function someCameBack(scope: Scope, messages: readonly Id[]): Promise<boolean> {
  let some = false
  for (const id of messages) if (await mailCameBack(scope, id)) some = true
  return some
}

/** Keeps what is said of a message that is too large to be fetched; it stays in the mailbox. */
export async function keepTooLarge(
  desk: Desk<PurposeKey>,
  tools: MailboxTools,
  large: { readonly head: Uint8Array; readonly sizeBytes: number },
): Promise<KeptMail> {
  const mail = await readMail(large.head)
  const read = mail ? await describe(mail, tools) : unreadable
  const rawSum = sumOf(large.head)
  const deed = { purpose: 'post', deed: 'post.kept', key: newId(), refusals: { post_once: 'known' } } as const
  const outcome = await desk.act<'known'>(null, deed, async (scope) => {
    if (await isKept(scope, rawSum)) return refused('known')
    const id = newId()
    scope.about({ subjectId: id })
    await addPost(scope, {
      ...{ id, medium: 'email', status: 'new', ...read, kind: 'too_large', body: '', attachments: [], stored: null },
      ...{ rawSum, duplicateOf: null, dated: read.dated ?? dayOf(scope.now) },
      sizeBytes: Math.min(large.sizeBytes, 2_147_483_647),
    })
    return done({ postId: id })
  })
  return outcome.done ? 'kept' : outcome.reason
}

type Description = Pick<
  NewPost,
  'kind' | 'why' | 'senderName' | 'senderAddress' | 'subject' | 'body' | 'attachments' | 'contentSum'
> & { readonly dated: Temporal.PlainDate | null }

const unreadable: Description = {
  ...{ kind: 'unreadable', why: null, senderName: '', senderAddress: null, subject: '', body: '' },
  ...{ attachments: [], contentSum: null, dated: null },
}

async function describe(mail: ReadMail, tools: MailboxTools): Promise<Description> {
  return {
    kind: kindOfMail(mail, tools),
    why: isDoubtful(mail) ? 'doubtful_sender' : null,
    senderName: mail.from?.name ?? '',
    senderAddress: mail.from?.address ?? null,
    subject: mail.subject,
    body: mail.text,
    attachments: await attachmentsOf(mail),
    contentSum: contentSumOf(mail),
    dated: mail.sentAt ? dayWithinReason(mail.sentAt) : null,
  }
}

/** A sender's clock may say anything; a year that no calendar shows is not taken over. */
function dayWithinReason(sentAt: Temporal.Instant): Temporal.PlainDate | null {
  const day = dayOf(sentAt)
  return day.year >= 1990 && day.year < 2200 ? day : null
}

const attachmentsOf = (mail: ReadMail): Promise<PostAttachment[]> =>
  Promise.all(
    mail.parts.map(async (part, index) => {
      const name = nameOfPart(part.name, index)
      const inspected = await inspectUpload({ bytes: part.bytes, claimedName: name, largest: largestUpload })
      return {
        name,
        type: part.type.slice(0, 100),
        size: part.bytes.length,
        refused: inspected.done ? null : inspected.reason,
        fileId: null,
      }
    }),
  )

/** By what a message that comes twice is known again: also when it came another way. Its identifier alone proves nothing. */
function contentSumOf(mail: ReadMail): string | null {
  if (mail.messageId === '') return null
  const parts = mail.parts.map((part) => sumOf(part.bytes))
  return sumOf(JSON.stringify([mail.messageId, mail.from?.address, mail.subject, mail.text, parts]))
}

async function kindHere(scope: Scope, read: Description): Promise<Pick<NewPost, 'kind' | 'duplicateOf'>> {
  const first = read.contentSum ? await sameContent(scope, read.contentSum) : null
  return first ? { kind: 'duplicate', duplicateOf: first } : { kind: read.kind, duplicateOf: null }
}

const sumOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
