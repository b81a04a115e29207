import type { Scope } from '../../../platform/database/desk.ts'
import type { NoticeDocument } from '../../../policy/notice/index.ts'

/** A version of the privacy notice as it was in force. */
export interface NoticeVersion {
  readonly hash: string
  readonly inForceFrom: Temporal.Instant
}

/** Every version of the notice, the newest first. */
export async function noticeVersions(scope: Scope): Promise<NoticeVersion[]> {
  const rows = await scope.queries
    .selectFrom('policy_version')
    .select(['hash', 'applied_at'])
    .orderBy('applied_at', 'desc')
    .orderBy('hash')
    .execute()
  return rows.map((row) => ({ hash: row.hash, inForceFrom: row.applied_at }))
}

/** A notice as it read under a policy; null when there was no such policy, or it was applied without a notice. */
export async function noticeUnder(
  scope: Scope,
  hash: string,
): Promise<(NoticeVersion & { readonly notice: NoticeDocument }) | null> {
  const row = await scope.queries
    .selectFrom('policy_version')
    .select(['hash', 'applied_at', 'notice'])
    .where('hash', '=', hash)
    .orderBy('applied_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || !isNotice(row.notice)) return null
  return { hash: row.hash, inForceFrom: row.applied_at, notice: row.notice }
}

/** We wrote it ourselves; an older version of the software may have written it otherwise. */
const isNotice = (stored: unknown): stored is NoticeDocument =>
  typeof stored === 'object' &&
  stored !== null &&
  'title' in stored &&
  'summary' in stored &&
  Array.isArray(stored.summary) &&
  'sections' in stored &&
  Array.isArray(stored.sections)
