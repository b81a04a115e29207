import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { caseHead, partiesOf } from '../../cases/index.ts'
import { addTask, addTaskOnce } from '../../tasks/index.ts'

export interface Declaration {
  readonly key: Id
  readonly caseId: Id
  /** The party whom the colleague knows. */
  readonly personId: Id
}

/**
 * A colleague says that they know a party. From this moment every case of that person is closed to them, those that are still to
 * come too; the coordinator is told. The tasks come first: after the wall the case is no longer there for whoever declares it.
 */
export function declareWall(desk: Desk<PurposeKey>, actor: Id, { key, caseId, personId }: Declaration) {
  const refusals = { wall_standing: 'no_such' } as const
  const deed = {
    purpose: 'recognition',
    deed: 'conflict.declared',
    key,
    caseId,
    subjectId: personId,
    refusals,
  } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    const parties = await partiesOf(scope, caseId)
    if (!head || !parties.some((it) => it.personId === personId)) return refused('no_such')
    const task = { forRole: 'coordinator', dueOn: dayOf(scope.now).toString(), caseId } as const
    await addTask(scope, { ...task, kind: 'conflict-declared', subjectId: actor })
    if (head.mediatorId === actor && head.status === 'live')
      await addTaskOnce(scope, { ...task, kind: 'appoint-mediator' })
    await scope.queries.insertInto('wall').values({ person_id: personId }).execute()
    return done({ caseId })
  })
}
