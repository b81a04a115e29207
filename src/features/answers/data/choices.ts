import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { SubjectKind } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'

/** What somebody said last under a consent; `stands` while something rests on it. */
export interface Choice {
  readonly scope: string
  readonly act: 'given' | 'refused' | 'withdrawn' | null
  readonly at: Temporal.Instant | null
  readonly receipt: 'due' | 'written' | 'none' | null
  readonly stands: boolean
}

/** What somebody on record agreed to, for themselves in the portal or for a colleague who answers; nobody else's. */
export async function choicesOf(scope: Scope, recordId: Id): Promise<readonly Choice[]> {
  const { rows } = await sql<Choice>`SELECT scope, act, at, receipt, stands FROM ev.consents_of(${recordId})`.execute(
    scope.queries,
  )
  return rows
}

/** As what the policy has to look at somebody; null for nobody whom the one who asks may know of. */
export async function kindOfRecord(scope: Scope, recordId: Id): Promise<SubjectKind | null> {
  const { rows } = await sql<{ kind: SubjectKind | null }>`SELECT ev.kind_of_record(${recordId}) AS kind`.execute(
    scope.queries,
  )
  return rows[0]?.kind ?? null
}

/** What somebody on record is called; null for nobody whom the colleague may know of. */
export async function nameOfRecord(scope: Scope, recordId: Id): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`SELECT ev.name_of_record(${recordId}) AS name`.execute(
    scope.queries,
  )
  return rows[0]?.name ?? null
}
