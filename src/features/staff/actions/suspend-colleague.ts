import type { Answer } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { actorSeesAny } from '../data/staff-reads.ts'
import { changeStaff } from '../data/staff-writes.ts'
import { type StaffAct, type StaffDesk, type StaffRefusal, staffRefusals } from './staff-desk.ts'

/** Keeps a colleague out. The database ends what they are signed in to in the same transaction. */
export const suspendColleague = (desk: StaffDesk, actor: Id, input: StaffAct) =>
  suspendOrResume(desk, actor, input, true)

/** Lets a suspended colleague sign in again. */
export const resumeColleague = (desk: StaffDesk, actor: Id, input: StaffAct) =>
  suspendOrResume(desk, actor, input, false)

function suspendOrResume(
  desk: StaffDesk,
  actor: Id,
  { key, staffId }: StaffAct,
  suspend: boolean,
): Promise<Outcome<Answer, StaffRefusal>> {
  const what = { deed: suspend ? 'staff.suspended' : 'staff.resumed', subjectId: staffId, refusals: staffRefusals }
  return desk.act<StaffRefusal>(actor, { purpose: 'staffAccounts', key, ...what }, async (scope) => {
    if (!(await actorSeesAny(scope))) return refused('not-allowed')
    if (suspend && staffId === actor) return refused('own-account')
    const changed = await changeStaff(scope, staffId, { suspended_at: suspend ? scope.now : null })
    return changed ? done({ staffId }) : refused('no-such')
  })
}
