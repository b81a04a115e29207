import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { newId } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'

/** Adds one to the day's count of a page (T36). Nothing tells whose reading it was. `path` is a page's pattern, never an address. */
export async function countPageView(desk: Desk<PurposeKey>, path: string): Promise<void> {
  await desk.act(null, { purpose: 'websiteStatistics', deed: 'page.counted', key: newId() }, async (scope) => {
    await scope.queries
      .insertInto('page_count')
      .values({ day: dayOf(scope.now).toString(), path, views: 1 })
      .execute()
    return done({})
  })
}
