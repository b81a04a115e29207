import type { Scope } from '../../../platform/database/desk.ts'
import type { InboxFailureKind } from '../../../platform/mail/inbox.ts'

export interface MailboxState {
  readonly readAt: Temporal.Instant | null
  readonly failingSince: Temporal.Instant | null
  readonly failure: InboxFailureKind | null
}

/** How reading the mailbox goes; null where none was ever set. */
export async function mailboxState(scope: Scope): Promise<MailboxState | null> {
  const row = await scope.queries
    .selectFrom('mailbox_state')
    .select(['read_at', 'failing_since', 'failure'])
    .executeTakeFirst()
  return row ? { readAt: row.read_at, failingSince: row.failing_since, failure: row.failure } : null
}

/** The mailbox was read to its end. */
export async function recordRead(scope: Scope): Promise<void> {
  const state = { read_at: scope.now, failing_since: null, failure: null }
  await scope.queries
    .insertInto('mailbox_state')
    .values(state)
    .onConflict((it) => it.column('id').doUpdateSet(state))
    .execute()
}

/** The mailbox could not be read; since when stays as it was first. */
export async function recordFailure(scope: Scope, failure: InboxFailureKind): Promise<void> {
  const before = await mailboxState(scope)
  const state = { failing_since: before?.failingSince ?? scope.now, failure }
  await scope.queries
    .insertInto('mailbox_state')
    .values(state)
    .onConflict((it) => it.column('id').doUpdateSet(state))
    .execute()
}
