import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { childrenOf } from '../../cases/index.ts'
import { addArrangement } from '../data/arrangements.ts'
import type { Arrangement } from '../domain/arrangement.ts'

/** Keeps what a party tells, or what both agreed, of how a child's time is arranged. Nothing that was kept before is changed. */
export function keepArrangement(
  desk: Desk<PurposeKey>,
  actor: Id,
  made: Arrangement & { readonly key: Id; readonly caseId: Id; readonly childId: Id },
): Promise<Outcome<Answer, 'no_such'>> {
  const { key, caseId, childId, by } = made
  // That both agreed is said by somebody by name: it stands apart among the deeds.
  const act = by === 'both' ? 'child.arrangement-agreed' : 'child.arrangement-kept'
  const deed = { purpose: 'mediation', deed: act, key, caseId, subjectId: childId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    if (!(await childrenOf(scope, caseId)).some((it) => it.id === childId)) return refused('no_such')
    await addArrangement(scope, made)
    return done({ childId })
  })
}
