import type { Answer, Desk } from '../../../platform/database/desk.ts'
import { inspectUpload, type UploadReason } from '../../../platform/files/inspect-upload.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { largestUpload } from '../../files/index.ts'
import { addPost } from '../data/post-writes.ts'
import type { PostAttachment } from '../domain/post.ts'
import type { MailboxTools } from './mailbox-tools.ts'
import { storePost } from './stored-post.ts'

export interface Letter {
  readonly key: Id
  readonly senderName: string
  readonly subject: string
  /** What it says, typed in; empty when it was scanned. */
  readonly body: string
  /** The day on which it came. */
  readonly receivedOn: Temporal.PlainDate
  readonly scan: { readonly name: string; readonly bytes: Uint8Array } | null
}

/** Records a letter that came by post or by hand, scanned or typed in. Whose it is, a colleague says next. */
export async function recordLetter(
  desk: Desk<PurposeKey>,
  tools: MailboxTools,
  actor: Id,
  letter: Letter,
): Promise<Outcome<Answer, UploadReason | 'upload.infected'>> {
  const scan = letter.scan ? await inspected(tools, letter.scan) : null
  if (scan && !scan.done) return scan
  const deed = { purpose: 'post', deed: 'post.recorded', key: letter.key } as const
  return desk.act<UploadReason>(actor, deed, async (scope) => {
    const id = newId()
    scope.about({ subjectId: id })
    const stored = scan ? await storePost(tools, scan.value.bytes) : null
    if (scan && !stored) return refused('upload.tooLarge')
    await addPost(scope, {
      ...{ id, medium: 'letter', kind: 'message', status: 'waiting', why: null, duplicateOf: null },
      ...{ senderName: letter.senderName, senderAddress: null, subject: letter.subject, body: letter.body },
      attachments: scan ? [scan.value.attachment] : [],
      dated: letter.receivedOn,
      ...{ rawSum: null, contentSum: null, stored },
      sizeBytes: scan?.value.bytes.length ?? 0,
    })
    return done({ postId: id })
  })
}

async function inspected(
  tools: MailboxTools,
  file: NonNullable<Letter['scan']>,
): Promise<
  Outcome<{ readonly bytes: Uint8Array; readonly attachment: PostAttachment }, UploadReason | 'upload.infected'>
> {
  const outcome = await inspectUpload({ bytes: file.bytes, claimedName: file.name, largest: largestUpload })
  if (!outcome.done) return outcome
  const { bytes, name, mediaType } = outcome.value
  if ((await tools.scanner.scan(bytes)).verdict === 'infected') return refused('upload.infected')
  return done({ bytes, attachment: { name, type: mediaType, size: bytes.length, refused: null, fileId: null } })
}
