import type { Answer } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { actorSeesAny, liveCaseCount, mediators } from '../data/staff-reads.ts'
import { handOverCases, leave } from '../data/staff-writes.ts'
import { type StaffAct, type StaffDesk, type StaffRefusal, staffRefusals } from './staff-desk.ts'

/**
 * A colleague has left today: their sign-ins, password and authenticator end, and their live cases have a named mediator, all or
 * nothing. For meetings that they had still booked the database makes a task for the coordinator.
 */
export function recordLeaving(
  desk: StaffDesk,
  actor: Id,
  input: StaffAct & { readonly handOverTo: Id | null },
): Promise<Outcome<Answer, StaffRefusal>> {
  const { key, staffId, handOverTo } = input
  const deed = {
    purpose: 'staffAccounts',
    deed: 'staff.left',
    key,
    subjectId: staffId,
    refusals: staffRefusals,
  } as const
  return desk.act<StaffRefusal>(actor, deed, async (scope) => {
    if (!(await actorSeesAny(scope))) return refused('not-allowed')
    if (staffId === actor) return refused('own-account')
    if (handOverTo) {
      const others = await mediators(scope)
      if (handOverTo === staffId || !others.some((it) => it.id === handOverTo)) return refused('not-a-mediator')
      await handOverCases(scope, staffId, handOverTo)
    }
    if ((await liveCaseCount(scope, staffId)) > 0) return refused('needs-colleague')
    return (await leave(scope, staffId)) ? done({ staffId }) : refused('no-such')
  })
}
