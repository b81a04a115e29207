import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { addFileItem, type HandItem } from '../data/reviews.ts'

/** Says that something is in the file which no act of the software shows: that a notice was given, that an agreement was signed. */
export function recordItem(
  desk: Desk<PurposeKey>,
  actor: Id,
  made: {
    readonly key: Id
    readonly caseId: Id
    readonly item: HandItem
    readonly zone: 'A' | 'B' | 'both'
    readonly onDay: string
  },
): Promise<Outcome<Answer, 'no_such'>> {
  const { caseId, key } = made
  return desk.act<'no_such'>(actor, { purpose: 'booking', deed: 'file-item.recorded', key, caseId }, async (scope) => {
    if (!(await caseHead(scope, caseId))) return refused('no_such')
    await addFileItem(scope, made)
    return done({ caseId })
  })
}
