import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addMissedRule } from '../data/missed-rules.ts'
import type { MissedRule } from '../domain/missed-rule.ts'

/** Sets what is asked for missed meetings that are booked from a day on. What people were told when they booked stays true. */
export function setMissedRule(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly rule: MissedRule },
) {
  const deed = { purpose: 'administration', deed: 'settings.missed-rule-set', key: input.key } as const
  return desk.act(actor, deed, async (scope) => {
    if (input.rule.inForceFrom < todayInLondon(scope.now).toString()) return refused('past')
    await addMissedRule(scope, input.rule)
    return done({})
  })
}
