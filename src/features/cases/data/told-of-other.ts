import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Side } from '../domain/case.ts'

/** Who the other party is, in the words of one of them. */
export interface ToldOfOther {
  readonly givenName: string
  readonly familyName: string
  /** Incomplete ISO date. */
  readonly birthDate: string | null
}

/** Keeps what one party told of the other, in the teller's zone. What they told before stays. */
export async function addToldOfOther(
  scope: Scope,
  told: ToldOfOther & { readonly caseId: Id; readonly by: Side },
): Promise<void> {
  const { caseId, by, givenName, familyName, birthDate } = told
  await scope.queries
    .insertInto('told_of_other')
    .values({
      ...{ id: newId(), case_id: caseId, zone: by },
      ...{ given_name: givenName, family_name: familyName, birth_date: birthDate },
    })
    .execute()
}

/**
 * Who the other party is for one of them: as they told it last, whatever the other said since; null when they told nothing. Everything
 * that a party gets names the other by this.
 */
export async function otherAsToldBy(scope: Scope, caseId: Id, by: Side): Promise<ToldOfOther | null> {
  const row = await scope.queries
    .selectFrom('told_of_other')
    .select(['given_name', 'family_name', 'birth_date'])
    .where('case_id', '=', caseId)
    .where('zone', '=', by)
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { givenName: row.given_name, familyName: row.family_name, birthDate: row.birth_date } : null
}
