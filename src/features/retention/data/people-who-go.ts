import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Going } from './gathering.ts'

/**
 * Who goes with some cases that end together, each with the last of their own. Somebody who is a party in another case too stays, with
 * their ways of contact: that case still needs them. Records that went into theirs, at any remove, go with them.
 */
export async function peopleWhoGo(scope: Scope, caseIds: readonly Id[]): Promise<Going[]> {
  const parties = await scope.queries
    .selectFrom('party')
    .select(['person_id', 'case_id'])
    .where('person_id', 'in', (from) => from.selectFrom('party').select('person_id').where('case_id', 'in', caseIds))
    .execute()
  const places = new Map(caseIds.map((id, place) => [id, place]))
  const going: Going[] = []
  for (const [id, own] of Map.groupBy(parties, (row) => row.person_id)) {
    const cases = own.map((row) => row.case_id)
    if (!cases.every((it) => places.has(it))) continue
    const [thing] = cases.toSorted((one, other) => (places.get(other) ?? 0) - (places.get(one) ?? 0))
    if (thing) going.push({ id, thing })
  }
  return withMerged(scope, going)
}

async function withMerged({ queries }: Scope, people: readonly Going[]): Promise<Going[]> {
  const all = [...people]
  for (let last = all.slice(); last.length > 0; ) {
    const things = new Map(last.map(({ id, thing }) => [id, thing]))
    const rows = await queries
      .selectFrom('person')
      .select(['id', 'merged_into'])
      .where('merged_into', 'in', [...things.keys()])
      .execute()
    last = rows.flatMap((row) => {
      const thing = row.merged_into && things.get(row.merged_into)
      return thing ? [{ id: row.id, thing }] : []
    })
    all.push(...last)
  }
  return all
}
