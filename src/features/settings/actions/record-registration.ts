import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { newestOfEach, registrations } from '../data/settings-history.ts'
import { addRegistration } from '../data/settings-writes.ts'
import type { Registration } from '../domain/registration.ts'

/** Records a mediator's entry in the register as it stands now. A number belongs to one mediator. */
export function recordRegistration(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: {
    readonly key: Id
    readonly staffId: Id
    readonly registration: Registration
    /** Those who mediate: nobody else has a registration. */
    readonly mediators: (scope: Scope) => Promise<readonly { readonly id: Id }[]>
  },
) {
  const { key, staffId, registration } = input
  return desk.act<'numberTaken' | 'noSuch'>(
    actor,
    { purpose: 'administration', deed: 'settings.registration-recorded', key, subjectId: staffId },
    async (scope) => {
      const mediators = await input.mediators(scope)
      if (!mediators.some((it) => it.id === staffId)) return refused('noSuch')
      const newest = newestOfEach(await registrations(scope))
      const taken = [...newest.values()].some((it) => it.staffId !== staffId && it.number === registration.number)
      if (taken) return refused('numberTaken')
      await addRegistration(scope, staffId, registration)
      return done({})
    },
  )
}
