import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { LegalQuality } from '../../files/index.ts'
import type { PostAttachment, PostKind, PostStatus, PostWhy, PostZone } from '../domain/post.ts'

export interface NewPost {
  readonly id: Id
  readonly medium: 'email' | 'letter'
  readonly kind: PostKind
  readonly status: 'new' | 'waiting'
  readonly why: PostWhy | null
  readonly duplicateOf: Id | null
  readonly senderName: string
  readonly senderAddress: string | null
  readonly subject: string
  readonly body: string
  readonly attachments: readonly PostAttachment[]
  readonly dated: Temporal.PlainDate
  readonly rawSum: string | null
  readonly contentSum: string | null
  readonly stored: { readonly storedName: string; readonly wrapped: string } | null
  readonly sizeBytes: number
}

/** Adds a piece of post whose file, if it has one, lies in the vault already. */
export async function addPost(scope: Scope, post: NewPost): Promise<void> {
  await scope.queries
    .insertInto('post')
    .values({
      id: post.id,
      medium: post.medium,
      kind: post.kind,
      status: post.status,
      why: post.why,
      duplicate_of: post.duplicateOf,
      sender_name: post.senderName,
      sender_address: post.senderAddress,
      subject: post.subject,
      body: post.body,
      attachments: JSON.stringify(post.attachments),
      dated: post.dated.toString(),
      raw_sha256: post.rawSum,
      content_sha256: post.contentSum,
      stored_name: post.stored?.storedName ?? null,
      wrapped: post.stored?.wrapped ?? null,
      size_bytes: post.sizeBytes,
    })
    .execute()
}

type Standing =
  | { readonly status: 'waiting'; readonly why: PostWhy | null; readonly aboutCaseId: Id | null }
  | { readonly status: 'aside' }
  | { readonly status: 'enquiry'; readonly enquiryId: Id }
  | {
      readonly status: 'filed'
      readonly caseId: Id
      readonly zone: PostZone
      readonly legalQuality: LegalQuality
      readonly attachments: readonly PostAttachment[]
    }

/** Says what became of a piece of post; false when it is not in one of the states that it is expected in. */
export async function settlePost(scope: Scope, id: Id, from: readonly PostStatus[], to: Standing): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('post')
    .set({ status: to.status, sorted_at: scope.now, sorted_by: scope.actor, ...columnsOf(to) })
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function columnsOf(to: Standing) {
  if (to.status === 'waiting') return { why: to.why, about_case_id: to.aboutCaseId }
  if (to.status === 'enquiry') return { enquiry_id: to.enquiryId }
  if (to.status === 'aside') return {}
  return {
    case_id: to.caseId,
    zone: to.zone,
    legal_quality: to.legalQuality,
    attachments: JSON.stringify(to.attachments),
  }
}
