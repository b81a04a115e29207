import type { Desk } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { setLive } from '../data/case-writes.ts'
import { addReason } from '../data/reasons.ts'

/** Makes a closed case live again. What the clock does then, and when it closes again, the policy says. */
export function reopenCase(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly reason: string },
): Promise<Outcome<Readonly<Record<string, string>>, 'not_closed'>> {
  const { caseId, key } = input
  const deed = { purpose: 'booking', deed: 'case.reopened', key, caseId } as const
  return desk.act<'not_closed'>(actor, deed, async (scope) => {
    if (!(await setLive(scope, caseId))) return refused('not_closed')
    await addReason(scope, caseId, 'reopened', input.reason)
    await recordLifeEvent(scope, { aggregate: 'case', id: caseId, event: 'case.reopened' })
    return done({ caseId })
  })
}
