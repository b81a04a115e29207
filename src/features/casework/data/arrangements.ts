import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Arrangement, KeptArrangement } from '../domain/arrangement.ts'

/** Keeps what was told of a child's arrangements; what was told before stays. */
export async function addArrangement(
  scope: Scope,
  made: Arrangement & { readonly caseId: Id; readonly childId: Id },
): Promise<void> {
  const { caseId, childId, by, saidOn, lives, timeWith, holidays, school } = made
  await scope.queries
    .insertInto('arrangement')
    .values({
      ...{ id: newId(), case_id: caseId, child_id: childId, zone: by, said_on: saidOn.toString() },
      ...{ lives, time_with: timeWith, holidays, school },
    })
    .execute()
}

/** All that was told of a child's arrangements, the newest first. */
export async function arrangementsOf(scope: Scope, childId: Id): Promise<KeptArrangement[]> {
  const rows = await scope.queries
    .selectFrom('arrangement')
    .innerJoin('staff', 'staff.id', 'arrangement.author')
    .select(['zone', 'said_on', 'lives', 'time_with', 'holidays', 'school', 'staff.name as author'])
    .where('child_id', '=', childId)
    .orderBy('said_on', 'desc')
    .orderBy('turn', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ zone: by, said_on, time_with: timeWith, ...things }) => ({
    ...{ by, timeWith, ...things },
    saidOn: Temporal.PlainDate.from(said_on),
  }))
}

const childrenOfWhom = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries.selectFrom('arrangement').select('child_id').distinct().where('case_id', '=', caseId),
)

/** The children of a case of whose arrangements something was told. */
export async function childrenWithArrangements(scope: Scope, caseId: Id): Promise<ReadonlySet<Id>> {
  const rows = await childrenOfWhom(scope, { caseId })
  return new Set(rows.map((row) => row.child_id))
}
