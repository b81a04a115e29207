import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { OwnReferral, WorkDetails } from '../domain/own-referral.ts'

/** Opens an account, or opens an ended one anew. */
export async function openAccount(scope: Scope, id: Id): Promise<void> {
  await scope.queries
    .updateTable('professional')
    .set({ account_opened_at: scope.now, account_opened_by: scope.actor, account_ended_at: null })
    .where('id', '=', id)
    .execute()
}

/** Ends an account; with it go its codes and whatever is signed in with it. False when there was none. */
export async function endAccount(scope: Scope, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('professional')
    .set({ account_ended_at: scope.now })
    .where('id', '=', id)
    .where('account_opened_at', 'is not', null)
    .where('account_ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whose account a mailbox, folded, lets in; null when nobody's. */
export async function accountAt(scope: Scope, email: string): Promise<Id | null> {
  const row = await scope.queries
    .selectFrom('professional')
    .select('id')
    .where('email_folded', '=', email)
    .where('account_opened_at', 'is not', null)
    .where('account_ended_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Their own details, as we have them. Wants the professional as actor; null when they have no account any more. */
export async function ownWorkDetails(scope: Scope): Promise<WorkDetails | null> {
  const found =
    await sql<WorkDetails>`SELECT name, work, organisation, email, telephone FROM ev.own_work_details()`.execute(
      scope.queries,
    )
  return found.rows[0] ?? null
}

/** What they may follow of their own referrals, the newest first. */
export async function ownReferrals(scope: Scope): Promise<OwnReferral[]> {
  const found = await sql<{
    readonly reference: string
    readonly own_reference: string | null
    readonly made_on: string
    readonly booked: boolean
    readonly attended: boolean
  }>`SELECT reference, own_reference, made_on::text, booked, attended FROM ev.own_referrals()`.execute(scope.queries)
  return found.rows.map(({ own_reference: ownReference, made_on, ...rest }) => ({
    ...{ ...rest, ownReference },
    madeOn: Temporal.PlainDate.from(made_on),
  }))
}
