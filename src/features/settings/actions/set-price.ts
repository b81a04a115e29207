import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addPrice } from '../data/settings-writes.ts'
import type { Price } from '../domain/prices.ts'

/** Sets a price from a day on. Not from a day that is gone: what people were told then stays true. */
export function setPrice(desk: Desk<PurposeKey>, actor: Id, input: { readonly key: Id; readonly price: Price }) {
  return desk.act(actor, { purpose: 'administration', deed: 'settings.price-set', key: input.key }, async (scope) => {
    if (input.price.inForceFrom < todayInLondon(scope.now).toString()) return refused('past')
    await addPrice(scope, input.price)
    return done({})
  })
}
