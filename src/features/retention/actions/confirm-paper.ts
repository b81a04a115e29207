import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { settlePaper } from '../data/destruction-writes.ts'

/** Somebody says that the paper of a destroyed case is destroyed too, or that there was none. The case's number goes with it. */
export function confirmPaper(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly certificateId: Id },
): Promise<Outcome<Readonly<Record<string, string>>, 'no_such'>> {
  const { certificateId, key } = input
  const deed = { purpose: 'accountability', deed: 'paper.destroyed', key, subjectId: certificateId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    if (!(await settlePaper(scope, certificateId, dayOf(scope.now)))) return refused('no_such')
    await finishTasks(scope, { kind: 'destroy-paper', subjectId: certificateId })
    return done({ certificateId })
  })
}
