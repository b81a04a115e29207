import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { changeSettings as addRows } from '../data/settings-writes.ts'

type Deed =
  | 'settings.closing-changed'
  | 'settings.contact-changed'
  | 'settings.hours-changed'
  | 'settings.wording-changed'

/** Sets some settings, in force from now. What says nothing new adds no row. */
export function changeSettings(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly deed: Deed; readonly values: Readonly<Record<string, string>> },
) {
  return desk.act(actor, { purpose: 'administration', deed: input.deed, key: input.key }, async (scope) => {
    await addRows(scope, input.values)
    return done({})
  })
}
