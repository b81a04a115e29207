import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { LegalQuality } from '../../files/index.ts'
import type { PostAttachment, PostKind, PostStatus, PostWhy, PostZone } from '../domain/post.ts'

/** A letter or an e-mail that came in. */
export interface Post {
  readonly id: Id
  readonly medium: 'email' | 'letter'
  readonly kind: PostKind
  readonly status: PostStatus
  readonly why: PostWhy | null
  readonly caseId: Id | null
  readonly enquiryId: Id | null
  readonly zone: PostZone | null
  readonly legalQuality: LegalQuality | null
  readonly duplicateOf: Id | null
  readonly aboutCaseId: Id | null
  readonly senderName: string
  readonly senderAddress: string | null
  readonly subject: string
  readonly body: string
  readonly attachments: readonly PostAttachment[]
  /** The day on which it was written or, of a letter, came. */
  readonly dated: string
  readonly receivedAt: Temporal.Instant
  readonly stored: { readonly storedName: string; readonly wrapped: string } | null
  readonly sizeBytes: number
}

const postRows = (scope: Scope) =>
  scope.queries
    .selectFrom('post')
    .select(['id', 'medium', 'kind', 'status', 'why', 'case_id', 'enquiry_id', 'zone', 'legal_quality'])
    .select(['duplicate_of', 'about_case_id', 'sender_name', 'sender_address', 'subject', 'body', 'attachments'])
    .select(['dated', 'received_at', 'stored_name', 'wrapped', 'size_bytes'])

type PostRow = Awaited<ReturnType<ReturnType<typeof postRows>['executeTakeFirstOrThrow']>>

const postOf = (row: PostRow): Post => ({
  id: row.id,
  medium: row.medium,
  kind: row.kind,
  status: row.status,
  why: row.why,
  caseId: row.case_id,
  enquiryId: row.enquiry_id,
  zone: row.zone,
  legalQuality: row.legal_quality,
  duplicateOf: row.duplicate_of,
  aboutCaseId: row.about_case_id,
  senderName: row.sender_name,
  senderAddress: row.sender_address,
  subject: row.subject,
  body: row.body,
  attachments: row.attachments as unknown as readonly PostAttachment[],
  dated: row.dated,
  receivedAt: row.received_at,
  stored: row.stored_name && row.wrapped ? { storedName: row.stored_name, wrapped: row.wrapped } : null,
  sizeBytes: row.size_bytes,
})

/** One piece of post; null when there is none for the one who asks. */
export async function onePost(scope: Scope, id: Id): Promise<Post | null> {
  const row = await postRows(scope).where('id', '=', id).executeTakeFirst()
  return row ? postOf(row) : null
}

/** Which part of the post a list shows. */
export const shownPost = ['waiting', 'aside', 'sorted'] as const
export type ShownPost = (typeof shownPost)[number]

const statusesOf: Readonly<Record<ShownPost, readonly PostStatus[]>> = {
  waiting: ['new', 'waiting'],
  aside: ['aside'],
  sorted: ['enquiry', 'filed'],
}

/** What a list says of a piece of post: neither its text nor its files. */
export type ListedPost = Omit<Post, 'body' | 'attachments' | 'stored'>

const listRows = ({ queries }: Pick<Scope, 'queries'>) =>
  queries
    .selectFrom('post')
    .select(['id', 'medium', 'kind', 'status', 'why', 'case_id', 'enquiry_id', 'zone', 'legal_quality'])
    .select(['duplicate_of', 'about_case_id', 'sender_name', 'sender_address', 'subject', 'dated', 'received_at'])
    .select('size_bytes')

const listed = (row: Awaited<ReturnType<ReturnType<typeof listRows>['executeTakeFirstOrThrow']>>): ListedPost => {
  const { body, attachments, stored, ...rest } = postOf({
    ...row,
    body: '',
    attachments: [] as never,
    stored_name: null,
    wrapped: null,
  })
  return rest
}

/** Post of one kind of standing, newest first, in pages that go on from the last one seen. */
export async function listPost(
  scope: Scope,
  which: { readonly shown: ShownPost; readonly before?: Temporal.Instant | undefined; readonly limit: number },
): Promise<ListedPost[]> {
  let query = listRows(scope).where('status', 'in', statusesOf[which.shown])
  if (which.before) query = query.where('received_at', '<', which.before)
  const rows = await query.orderBy('received_at', 'desc').orderBy('id').limit(which.limit).execute()
  return rows.map(listed)
}

const ofCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  listRows({ queries }).where('case_id', '=', caseId).orderBy('received_at', 'desc').orderBy('id').limit(100),
)

/** The post of a case, newest first. */
export const postOfCase = async (scope: Scope, caseId: Id): Promise<ListedPost[]> =>
  (await ofCase(scope, { caseId })).map(listed)

/** What was kept and not sorted yet, oldest first. */
export async function unsortedPost(scope: Scope, limit: number): Promise<Id[]> {
  const rows = await scope.queries
    .selectFrom('post')
    .select('id')
    .where('status', '=', 'new')
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** A message with the same content that is here already; null when this is the first. */
export async function sameContent(scope: Scope, contentSum: string): Promise<Id | null> {
  const row = await scope.queries
    .selectFrom('post')
    .select('id')
    .where('content_sha256', '=', contentSum)
    .where('kind', '<>', 'duplicate')
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether just these bytes were kept before. */
export async function isKept(scope: Scope, rawSum: string): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('post')
    .select('id')
    .where('raw_sha256', '=', rawSum)
    .where('medium', '=', 'email')
    .executeTakeFirst()
  return row !== undefined
}

/** Of some names in the vault, those under which post lies. */
export async function postNames(scope: Scope, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set()
  const rows = await scope.queries.selectFrom('post').select('stored_name').where('stored_name', 'in', names).execute()
  return new Set(rows.flatMap((row) => (row.stored_name ? [row.stored_name] : [])))
}
