import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ringing } from '../../people/index.ts'

/** How those who got in touch may be rung, by enquiry. No number is read. */
export async function enquirersToRing(scope: Scope, enquiries: readonly Id[]): Promise<ReadonlyMap<Id, Ringing>> {
  if (enquiries.length === 0) return new Map()
  const rows = await scope.queries
    .selectFrom('enquiry')
    .select(['id', 'telephone_safety', 'voicemail_safety', 'contact_times', 'safe_days', 'safe_from', 'safe_until'])
    .select(sql<boolean>`telephone IS NOT NULL`.as('has_number'))
    .where(sql<boolean>`id = ANY (${[...enquiries]}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        why: row.telephone_safety === 'unsafe' ? 'unsafe' : whyNot(row.has_number, row.telephone_safety),
        voicemail: row.voicemail_safety,
        safe: { safeDays: row.safe_days, safeFrom: row.safe_from, safeUntil: row.safe_until },
        ...{ times: row.contact_times, whoMayAnswer: null, hasCodeWord: false },
      },
    ]),
  )
}

const whyNot = (hasNumber: boolean, safety: 'safe' | 'not_asked') =>
  !hasNumber ? 'none' : safety === 'not_asked' ? 'not_asked' : null
