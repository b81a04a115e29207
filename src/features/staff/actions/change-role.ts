import type { Answer } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { actorSeesAny, liveCaseCount } from '../data/staff-reads.ts'
import { changeStaff } from '../data/staff-writes.ts'
import type { StaffRole } from '../domain/staff-roles.ts'
import { type StaffAct, type StaffDesk, type StaffRefusal, staffRefusals } from './staff-desk.ts'

/** Gives a colleague another role, from their next request on. Somebody with live cases goes on mediating until others have them. */
export function changeRole(
  desk: StaffDesk,
  actor: Id,
  input: StaffAct & { readonly role: StaffRole },
): Promise<Outcome<Answer, StaffRefusal>> {
  const { key, staffId, role } = input
  const deed = {
    purpose: 'staffAccounts',
    deed: 'staff.role-changed',
    key,
    subjectId: staffId,
    refusals: staffRefusals,
  } as const
  return desk.act<StaffRefusal>(actor, deed, async (scope) => {
    if (!(await actorSeesAny(scope))) return refused('not-allowed')
    if (role !== 'mediator' && (await liveCaseCount(scope, staffId)) > 0) return refused('has-cases')
    return (await changeStaff(scope, staffId, { role })) ? done({ staffId }) : refused('no-such')
  })
}
