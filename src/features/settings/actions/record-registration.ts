import type { Desk } from '../../../platform/database/desk.ts'
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
  input: { readonly key: Id; readonly staffId: Id; readonly registration: Registration },
) {
  const { key, staffId, registration } = input
  const refusals = { mediator_registration_staff_id_fkey: 'noSuch' } as const
  return desk.act<'numberTaken' | 'noSuch'>(
    actor,
    { purpose: 'administration', deed: 'settings.registration-recorded', key, subjectId: staffId, refusals },
    async (scope) => {
      const newest = newestOfEach(await registrations(scope))
      const taken = [...newest.values()].some((it) => it.staffId !== staffId && it.number === registration.number)
      if (taken) return refused('numberTaken')
      await addRegistration(scope, staffId, registration)
      return done({})
    },
  )
}
