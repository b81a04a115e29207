import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** A colleague who keeps away from everything of a person. */
export interface StandingWall {
  readonly id: Id
  readonly person: string
  readonly colleague: string
  readonly declaredOn: Temporal.PlainDate
}

/** The walls that stand, of one or of all, the newest first; none of the person's own who acts. */
export async function standingWalls(scope: Scope, id?: Id): Promise<StandingWall[]> {
  const rows = await scope.queries
    .selectFrom('wall')
    .innerJoin('person', 'person.id', 'wall.person_id')
    .innerJoin('staff', 'staff.id', 'wall.staff_id')
    .select(['wall.id', 'wall.declared_at', 'person.given_name', 'person.family_name', 'staff.name'])
    .where('wall.lifted_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('wall.id', '=', id as Id))
    .orderBy('wall.declared_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: `${row.given_name} ${row.family_name}`.trim(),
    colleague: row.name,
    declaredOn: dayOf(row.declared_at),
  }))
}
