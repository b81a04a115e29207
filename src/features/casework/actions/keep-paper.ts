import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { addTaskOnce, finishTasks } from '../../tasks/index.ts'
import { addMovement, addPaper, type Movement, paperOf } from '../data/papers.ts'

/** Gives a folder its label and says where it is kept. The label is the case's number and a running number: no name. */
export function labelPaper(
  desk: Desk<PurposeKey>,
  actor: Id,
  made: { readonly key: Id; readonly caseId: Id; readonly place: string },
): Promise<Outcome<Answer, 'no_such' | 'again'>> {
  const { caseId, key, place } = made
  // Two at once would take the same number.
  const refusals = { paper_file_label: 'again' } as const
  const deed = { purpose: 'papers', deed: 'paper.labelled', key, caseId, refusals } as const
  return desk.act<'no_such' | 'again'>(actor, deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    if (!head) return refused('no_such')
    const paperId = await addPaper(scope, caseId, head.reference)
    await addMovement(scope, { paperId, caseId, kind: 'put_away', place, holder: null })
    return done({ paperId })
  })
}

export interface PaperMove extends Pick<Movement, 'kind' | 'place'> {
  readonly key: Id
  readonly paperId: Id
}

/** Notes where a folder went. One that nobody finds becomes a task, until it is there again. */
export function movePaper(desk: Desk<PurposeKey>, actor: Id, move: PaperMove): Promise<Outcome<Answer, 'no_such'>> {
  const { paperId, key, kind } = move
  const deed = { purpose: 'papers', deed: 'paper.moved', key, subjectId: paperId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const paper = await paperOf(scope, paperId)
    if (!paper) return refused('no_such')
    const { caseId } = paper
    scope.about({ caseId })
    const place = kind === 'put_away' ? move.place : ''
    await addMovement(scope, { paperId, caseId, kind, place, holder: kind === 'taken' ? actor : null })
    if (kind !== 'missing') await finishTasks(scope, { kind: 'find-paper', subjectId: paperId, caseId })
    else {
      const dueOn = todayInLondon(scope.now).add({ days: 2 }).toString()
      await addTaskOnce(scope, { kind: 'find-paper', forRole: 'coordinator', dueOn, caseId, subjectId: paperId })
    }
    return done({ paperId })
  })
}
