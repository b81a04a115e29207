import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { startOfDayInLondon, todayInLondon } from '../../../values/calendar-days.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addTask, type TaskKind } from '../../tasks/index.ts'
import { askedAbout, unusualColleagues } from '../data/outside-openings.ts'

const kind: TaskKind = 'unusual-openings'

/** Leaves a quiet task for whoever answers for privacy when a colleague looked into unusually many files of no work of theirs. */
export async function noticeOpenings(desk: Desk<PurposeKey>): Promise<void> {
  const deed = { purpose: 'accountability', deed: 'openings.noticed', key: newId() } as const
  await desk.act<'nothing'>(null, deed, async (scope) => {
    const today = todayInLondon(scope.now)
    // Yesterday too: what was done late is seen in the morning.
    const since = startOfDayInLondon(today.subtract({ days: 1 }))
    let made = 0
    for (const subjectId of await unusualColleagues(scope, since)) {
      if (await askedAbout(scope, kind, { of: subjectId, since })) continue
      await addTask(scope, { kind, forRole: 'privacyOfficer', subjectId, dueOn: today.toString() })
      made++
    }
    return made > 0 ? done({}) : refused('nothing')
  })
}
