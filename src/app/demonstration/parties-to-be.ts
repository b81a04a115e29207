import type { Scope } from '../../platform/database/desk.ts'
import type { Id } from '../../values/ids.ts'

export interface PartyToBe {
  readonly id: Id
  readonly name: string
  readonly side: 'A' | 'B'
}

/** The two parties of the live case in which something joint comes next, so that there is something to see. */
export async function partiesToBe(scope: Scope): Promise<PartyToBe[]> {
  const next = await scope.queries
    .selectFrom('appointment')
    .select('case_id')
    .where('zone', '=', 'both')
    .where('status', '=', 'booked')
    .where('starts_at', '>', scope.now)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
  const rows = await scope.queries
    .selectFrom('party')
    .innerJoin('case_file', 'case_file.id', 'party.case_id')
    .innerJoin('person', 'person.id', 'party.person_id')
    .select(['person.id', 'person.given_name', 'person.family_name', 'party.side'])
    .where((is) => (next ? is('party.case_id', '=', next.case_id) : is('case_file.status', '=', 'live')))
    .orderBy('case_file.opened_at', 'desc')
    .orderBy('party.case_id')
    .orderBy('party.side')
    .limit(2)
    .execute()
  return rows.map(({ id, given_name, family_name, side }) => ({ id, name: `${given_name} ${family_name}`, side }))
}
