import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { folded } from '../../people/index.ts'
import type { KnownSender } from '../domain/decide.ts'

/** Parties of cases for whom an e-mail address stands in the file now. */
export async function sendersAt(scope: Scope, address: string): Promise<KnownSender[]> {
  const rows = await scope.queries
    .selectFrom('contact_point')
    .innerJoin('party', 'party.person_id', 'contact_point.person_id')
    .innerJoin('case_file', 'case_file.id', 'party.case_id')
    .select(['party.case_id', 'party.side', 'case_file.status', 'contact_point.source', 'contact_point.safety'])
    .select('contact_point.confirmed_at')
    .where('contact_point.kind', '=', 'email')
    .where('contact_point.value_folded', '=', folded('email', address))
    .where('contact_point.ended_at', 'is', null)
    .orderBy('case_file.opened_at', 'desc')
    .orderBy('party.side')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    live: row.status === 'live',
    side: row.side,
    confirmed: row.source === 'self' || row.source === 'staff' || row.confirmed_at !== null,
    safe: row.safety !== 'unsafe',
  }))
}

/** Cases by the numbers that a line quotes. */
export async function casesNumbered(scope: Scope, references: readonly string[]): Promise<Id[]> {
  if (references.length === 0) return []
  const rows = await scope.queries.selectFrom('case_file').select('id').where('reference', 'in', references).execute()
  return rows.map((row) => row.id)
}

/** The enquiry that is no case yet, has one of these numbers, and came from this address; null when it is not just one. */
export async function enquiryFrom(scope: Scope, references: readonly string[], address: string): Promise<Id | null> {
  if (references.length === 0) return null
  const rows = await scope.queries
    .selectFrom('enquiry')
    .select('id')
    .where('reference', 'in', references)
    .where('email_folded', '=', address.toLowerCase())
    .where('case_id', 'is', null)
    .limit(2)
    .execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}
