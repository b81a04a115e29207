import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type FeedEntry, feedSum, type Wording } from '../domain/feed.ts'

/** The feed that stands of the one who asks; null when there is none. */
export async function ownFeed(
  scope: Scope,
): Promise<{ readonly madeAt: Temporal.Instant; readonly wording: Wording } | null> {
  const row = await scope.queries
    .selectFrom('calendar_feed')
    .select(['made_at', 'wording'])
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? { madeAt: row.made_at, wording: row.wording } : null
}

export async function endOwnFeed(scope: Scope): Promise<void> {
  await scope.queries.updateTable('calendar_feed').set({ ended_at: scope.now }).where('ended_at', 'is', null).execute()
}

export async function addFeed(
  scope: Scope,
  feed: { readonly id: Id; readonly token: string; readonly wording: Wording },
): Promise<void> {
  const { id, token, wording } = feed
  await scope.queries
    .insertInto('calendar_feed')
    .values({ id, token_hash: feedSum(token), wording })
    .execute()
}

interface FeedRow {
  readonly feed_id: Id
  readonly entry_id: Id | null
  readonly reference: string | null
  readonly kind: string | null
  readonly place: string | null
  readonly starts_at: Temporal.Instant
  readonly ends_at: Temporal.Instant
  readonly status: string
  readonly revision: number
}

/** What a feed holds; null when no feed has this secret, or none any more. */
export async function feedOf(
  scope: Scope,
  token: string,
): Promise<{ readonly id: Id; readonly entries: readonly FeedEntry[] } | null> {
  const { rows } = await sql<FeedRow>`
    SELECT feed_id, entry_id, reference, kind, place, starts_at, ends_at, status, revision
      FROM ev.calendar_feed_of(${feedSum(token)})`.execute(scope.queries)
  const [feed] = rows
  if (!feed) return null
  const entries = rows.flatMap(({ entry_id: id, starts_at: startsAt, ends_at: endsAt, status, ...row }) => {
    const { reference, kind, place, revision } = row
    return id === null
      ? []
      : [{ id, reference, kind, place, startsAt, endsAt, revision, cancelled: status === 'cancelled' }]
  })
  return { id: feed.feed_id, entries }
}
