import { sql } from 'kysely'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { hashOfProgress } from '../domain/progress-link.ts'
import type { FromAccount, Referrer } from '../domain/referral.ts'

/** Adds who referred somebody to an enquiry. `secret` is that of the link by which they follow it. */
export async function addReferral(
  scope: Scope,
  enquiryId: Id,
  referrer: Referrer,
  secret: string,
  account: FromAccount | null = null,
): Promise<void> {
  const own = { professional_id: account?.professionalId ?? null, own_reference: account?.ownReference ?? null }
  await scope.queries
    .insertInto('referral')
    .values({ id: newId(), enquiry_id: enquiryId, link_hash: hashOfProgress(secret), ...referrer, ...own })
    .execute()
}

/** Who referred an enquiry, and whether they still may follow it; null when nobody did. */
export async function referralOf(scope: Scope, enquiryId: Id) {
  const row = await scope.queries
    .selectFrom('referral')
    .select(['id', 'name', 'work', 'organisation', 'email', 'telephone', 'ended_on'])
    .select((is) =>
      is
        .selectFrom('professional')
        .select('professional.id')
        .whereRef('professional.email_folded', '=', 'referral.email_folded')
        .limit(1)
        .as('professionalId'),
    )
    .where('enquiry_id', '=', enquiryId)
    .executeTakeFirst()
  return row ?? null
}

export type Referral = NonNullable<Awaited<ReturnType<typeof referralOf>>>

/** Ends what a referrer can follow; false when there is no referral or it was ended before. */
export async function endProgress(scope: Scope, enquiryId: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('referral')
    .set({ ended_on: dayOf(scope.now).toString(), ended_by: scope.actor })
    .where('enquiry_id', '=', enquiryId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** All that a referrer ever learns. */
export interface Progress {
  readonly reference: string
  readonly booked: boolean
  readonly attended: boolean
}

/** What a link shows; null when it never was one, was ended, or its file is gone. */
export async function progressOf(scope: Scope, secret: string): Promise<Progress | null> {
  const found =
    await sql<Progress>`SELECT reference, booked, attended FROM ev.referral_progress(${hashOfProgress(secret)})`.execute(
      scope.queries,
    )
  return found.rows[0] ?? null
}
