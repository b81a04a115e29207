import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { RestingCode } from '../../../platform/sign-in/party-codes.ts'
import type { Id } from '../../../values/ids.ts'

/** Keeps a code for a person; the former one ends. `pointId`: where it is sent; null on paper. */
export async function addCode(scope: Scope, personId: Id, pointId: Id | null, code: RestingCode): Promise<void> {
  await scope.queries
    .insertInto('party_code')
    .values({
      id: code.id,
      person_id: personId,
      contact_point_id: pointId,
      way: pointId ? 'email' : 'paper',
      number_hash: code.numberHash,
      secret_hash: code.secretHash,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** The same for a professional who has an account. */
export async function addReferrerCode(scope: Scope, professionalId: Id, code: RestingCode): Promise<void> {
  const { id, numberHash, secretHash, expiresAt } = code
  await sql`SELECT FROM ev.keep_referrer_code(${id}, ${professionalId}, ${numberHash}, ${secretHash}, ${expiresAt})`.execute(
    scope.queries,
  )
}

const papersHanded = question((queries, { people }: { readonly people: readonly Id[] }) =>
  queries
    .selectFrom('party_code')
    .select(['person_id', 'made_at'])
    .where('way', '=', 'paper')
    .where('person_id', 'in', people)
    .orderBy('made_at'),
)

/** When each of some people was last handed a code on paper. */
export async function codesHanded(scope: Scope, people: readonly Id[]): Promise<Map<Id, Temporal.Instant>> {
  if (people.length === 0) return new Map()
  const rows = await papersHanded(scope, { people })
  return new Map(rows.flatMap((row) => (row.person_id ? [[row.person_id, row.made_at]] : [])))
}

/** Whether the details of a person were gone through with them since two records became theirs: before, no mailbox lets in. */
export async function askedSinceMerge(scope: Scope, personId: Id): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`SELECT ev.asked_since_merge(${personId}) AS asked`.execute(
    scope.queries,
  )
  return rows[0]?.asked ?? false
}

/** A party who has this mailbox, and the latest of their cases. */
export interface Asker {
  readonly personId: Id
  readonly pointId: Id
  readonly email: string
  readonly caseId: Id
  readonly side: 'A' | 'B'
}

/** Every party who has this mailbox, folded. Whether a code may go there is asked of each when it goes. */
export async function partiesAt(scope: Scope, email: string): Promise<Asker[]> {
  const rows = await scope.queries
    .selectFrom('contact_point as c')
    .innerJoin('party as p', 'p.person_id', 'c.person_id')
    .innerJoin('case_file as f', 'f.id', 'p.case_id')
    .select(['c.id', 'c.person_id', 'c.value', 'p.case_id', 'p.side'])
    .where('c.kind', '=', 'email')
    .where('c.value_folded', '=', email)
    .where('c.ended_at', 'is', null)
    .orderBy('f.opened_at', 'desc')
    .orderBy('p.case_id')
    .orderBy('c.made_at')
    .execute()
  const askers = new Map<Id, Asker>()
  for (const { id: pointId, person_id: personId, value, case_id: caseId, side } of rows)
    if (!askers.has(personId)) askers.set(personId, { personId, pointId, email: value ?? '', caseId, side })
  return [...askers.values()]
}
