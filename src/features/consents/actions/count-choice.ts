import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import type { Choice } from '../domain/cookie-choice.ts'

/**
 * Adds one to the day's count of a choice about cookies (S25). Nothing tells who chose. The table adds up by itself, since the
 * visitors' role may neither read nor change what was counted.
 */
export async function countChoice(
  desk: Desk<PurposeKey>,
  input: { readonly key: Id; readonly choice: Choice; readonly wordingHash: string },
): Promise<void> {
  await desk.act(null, { purpose: 'consent', deed: 'consent.chosen', key: input.key }, async (scope) => {
    await scope.queries
      .insertInto('consent_count')
      .values({
        day: dayOf(scope.now).toString(),
        wording_hash: input.wordingHash,
        choice: input.choice,
        choices: 1,
      })
      .execute()
    return done({})
  })
}
