import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { addTask, finishTasks } from '../../tasks/index.ts'
import { addFollowUp, type FollowUp, followUpOf, type NewFollowUp, settleFollowUp } from '../data/follow-ups.ts'

type Result = Promise<Outcome<Answer, 'no_such'>>

const taskOf = (it: Omit<FollowUp, 'words'>) => ({
  kind: 'follow-up' as const,
  ...{ forRole: it.forRole, forStaff: it.forStaff, dueOn: it.dueOn, caseId: it.caseId, subjectId: it.id },
})

/** Sets somebody to do something in a case by a day. The task that falls due then says which case and nothing else. */
export function addFollowUpTask(desk: Desk<PurposeKey>, actor: Id, made: NewFollowUp & { readonly key: Id }): Result {
  const { caseId, key } = made
  return desk.act<'no_such'>(actor, { purpose: 'booking', deed: 'follow-up.added', key, caseId }, async (scope) => {
    if (!(await caseHead(scope, caseId))) return refused('no_such')
    const id = await addFollowUp(scope, made)
    await addTask(scope, taskOf({ ...made, id }))
    return done({ id })
  })
}

interface Settling {
  readonly key: Id
  readonly caseId: Id
  readonly id: Id
}

/** Says that it is done. */
export function finishFollowUp(desk: Desk<PurposeKey>, actor: Id, { key, caseId, id }: Settling): Result {
  const deed = { purpose: 'booking', deed: 'follow-up.done', key, caseId, subjectId: id } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    if (!(await followUpOf(scope, caseId, id))) return refused('no_such')
    await settleFollowUp(scope, id, 'done')
    await finishTasks(scope, { kind: 'follow-up', caseId, subjectId: id })
    return done({ id })
  })
}

/** Moves it to another day, with its task. */
export function moveFollowUp(desk: Desk<PurposeKey>, actor: Id, to: Settling & { readonly dueOn: string }): Result {
  const { key, caseId, id, dueOn } = to
  const deed = { purpose: 'booking', deed: 'follow-up.moved', key, caseId, subjectId: id } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const found = await followUpOf(scope, caseId, id)
    if (!found) return refused('no_such')
    await settleFollowUp(scope, id, { dueOn })
    await finishTasks(scope, { kind: 'follow-up', caseId, subjectId: id })
    await addTask(scope, taskOf({ ...found, dueOn }))
    return done({ id })
  })
}
