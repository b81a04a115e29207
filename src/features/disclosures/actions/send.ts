import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { addTask } from '../../tasks/index.ts'
import { lockDisclosure } from '../data/disclosure-reads.ts'
import { noteSent, noteStopped } from '../data/disclosure-writes.ts'
import type { Way } from '../domain/disclosure.ts'
import { judgeNow } from './decide.ts'
import type { GateTools } from './gate-tools.ts'

interface OfDisclosure {
  readonly key: Id
  readonly disclosureId: Id
}

/**
 * Lets something go that was decided, if it still may: it is judged again by the policy of this moment and by how things stand now. If
 * not, it is stopped and why is kept. The answer says which.
 */
export function sendDisclosure(
  desk: Desk<PurposeKey>,
  tools: GateTools,
  actor: Id,
  { key, disclosureId, how }: OfDisclosure & { readonly how: Way },
): Promise<Outcome<Answer, 'no_such' | 'over'>> {
  const deed = { purpose: 'disclosing', deed: 'disclosure.sent', key, subjectId: disclosureId } as const
  return desk.act<'no_such' | 'over'>(actor, deed, async (scope) => {
    const found = await lockDisclosure(scope, disclosureId)
    if (!found || found.ground === 'safeguarding') return refused('no_such')
    scope.about({ caseId: found.caseId })
    if (found.sentAt || found.stoppedAt) return refused('over')
    const why = await judgeNow(scope, tools, { ...found, concernDecided: false })
    if (why.length > 0) {
      await noteStopped(scope, disclosureId, why.join(' '))
      return done({ disclosureId, stopped: 'yes' })
    }
    await noteSent(scope, disclosureId, how)
    // Of what the claim form has of each, both are told.
    const task = {
      kind: 'tell-disclosed',
      forRole: 'coordinator',
      caseId: found.caseId,
      subjectId: disclosureId,
    } as const
    if (found.ground === 'wish' && !found.hidden) await addTask(scope, { ...task, dueOn: dayOf(scope.now).toString() })
    return done({ disclosureId })
  })
}

/** Says that something does not go after all. */
export const stopDisclosure = (
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, disclosureId }: OfDisclosure,
): Promise<Outcome<Answer, 'no_such' | 'over'>> =>
  desk.act<'no_such' | 'over'>(
    actor,
    { purpose: 'disclosing', deed: 'disclosure.stopped', key, subjectId: disclosureId },
    async (scope) => {
      const found = await lockDisclosure(scope, disclosureId)
      if (!found || found.ground === 'safeguarding') return refused('no_such')
      scope.about({ caseId: found.caseId })
      if (found.sentAt || found.stoppedAt) return refused('over')
      await noteStopped(scope, disclosureId, 'taken_back')
      return done({ disclosureId })
    },
  )
