import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { importOf } from '../data/import-reads.ts'
import { announceTakingBack, takeBack as write } from '../data/import-writes.ts'
import { lastDayToTakeBack } from '../domain/taking-back.ts'
import type { ImportTools } from './import-tools.ts'

export type TakeBackReason = 'import.missing' | 'import.settled' | 'import.late'

/**
 * Takes an import back: every case with which nobody went on since is gone, with its people, as if it had never come. The others stay.
 * It can be done for as long as the policy keeps the record of the import.
 */
export function takeBack(
  desk: Desk<PurposeKey>,
  tools: Pick<ImportTools, 'keepsImports'>,
  actor: Id,
  asked: { readonly key: Id; readonly importId: Id },
): Promise<Outcome<Readonly<Record<string, string>>, TakeBackReason>> {
  const { importId, key } = asked
  const deed = { purpose: 'bringingIn', deed: 'import.taken-back', key, subjectId: importId } as const
  return desk.act<TakeBackReason>(actor, deed, async (scope) => {
    const found = await importOf(scope, importId, true)
    if (!found) return refused('import.missing')
    if (found.status !== 'brought_in') return refused('import.settled')
    const last = lastDayToTakeBack(found.givenAt, tools.keepsImports)
    if (Temporal.PlainDate.compare(todayInLondon(scope.now), last) > 0) return refused('import.late')
    await announceTakingBack(scope, importId)
    await write(scope, importId)
    return done({ importId })
  })
}
