import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { newId } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { addTaskOnce } from '../../tasks/index.ts'
import { storeResult } from '../data/check-results.ts'
import { type CheckResult, type LiveCheck, unknown } from '../domain/live-check.ts'

/**
 * Looks at everything that can be looked at, one after the other, keeps how each stands, and leaves one task when something does not
 * hold. Null when another process is looking.
 */
export const runLiveChecks = (
  desk: Desk<PurposeKey>,
  checks: readonly LiveCheck[],
): Promise<readonly CheckResult[] | null> =>
  desk.alone('live checks', async () => {
    const results: [LiveCheck, CheckResult][] = []
    for (const check of checks) results.push([check, await looked(desk, check)])
    await keep(desk, results)
    return results.map(([, result]) => result)
  })

/** A check that cannot be made says so: it is neither good nor bad. */
async function looked(desk: Desk<PurposeKey>, check: LiveCheck): Promise<CheckResult> {
  try {
    return await check.run(desk)
  } catch {
    return unknown('It could not be looked at.')
  }
}

async function keep(desk: Desk<PurposeKey>, results: readonly (readonly [LiveCheck, CheckResult])[]): Promise<void> {
  const deed = { purpose: 'accountability', deed: 'promises.checked', key: newId() } as const
  await desk.act(null, deed, async (scope) => {
    for (const [{ key }, result] of results) await storeResult(scope, key, result)
    if (results.some(([, { state }]) => state === 'fails')) {
      const dueOn = todayInLondon(scope.now).toString()
      await addTaskOnce(scope, { kind: 'promise-fails', forRole: 'privacyOfficer', dueOn })
    }
    return done({})
  })
}
