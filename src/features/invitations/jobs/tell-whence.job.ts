import type { Job } from '../../../platform/web/route.ts'
import { type CompiledPolicy, requestRules } from '../../../policy/index.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { addPeriod } from '../../../values/calendar-days.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addTask } from '../../tasks/index.ts'
import { untoldSince } from '../data/untold.ts'

/** A task that comes a week before the last day can still be done in time. */
const ahead = { hours: 7 * 24 } as const

/**
 * Whoever's details came from somebody else is told so within the time of the policy (UK GDPR Article 14(3)(a): a month). Where no
 * letter has gone, say because it was not safe, somebody must decide what to do: a task, once for each person.
 */
export const tellWhence = (policy: CompiledPolicy): Job<PurposeKey> => ({
  name: 'tell-whence',
  purpose: 'invitation',
  run: async (desk) => {
    const { within } = requestRules(policy).indirectNotice
    const found = { count: 0 }
    const deed = { purpose: 'invitation', deed: 'invitation.untold-looked', key: newId() } as const
    await desk.act<'none'>(null, deed, async (scope) => {
      const longest = scope.now.toZonedDateTimeISO('Europe/London').subtract(within).toInstant()
      const untold = await untoldSince(scope, longest.add(ahead))
      for (const { caseId, personId, since } of untold) {
        const dueOn = addPeriod(since, within).toString()
        await addTask(scope, { kind: 'tell-whence', forRole: 'coordinator', dueOn, caseId, subjectId: personId })
      }
      found.count = untold.length
      return untold.length > 0 ? done({}) : refused('none')
    })
    return found.count
  },
})
