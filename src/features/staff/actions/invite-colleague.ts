import type { Answer } from '../../../platform/database/desk.ts'
import type { NewLink } from '../../../platform/sign-in/links.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { actorSeesAny, colleague } from '../data/staff-reads.ts'
import { addColleague, addLink } from '../data/staff-writes.ts'
import type { StaffRole } from '../domain/staff-roles.ts'
import { linkMark, type StaffAct, type StaffDesk, type StaffRefusal, staffRefusals } from './staff-desk.ts'

/** Makes an account for a colleague and the link with which they join. Answers `staffId` and the mark of the link. */
export function inviteColleague(
  desk: StaffDesk,
  actor: Id,
  input: {
    readonly key: Id
    readonly name: string
    readonly email: string
    readonly role: StaffRole
    readonly link: NewLink
  },
): Promise<Outcome<Answer, StaffRefusal>> {
  const { key, link, ...person } = input
  const deed = { purpose: 'staffAccounts', deed: 'staff.invited', key, refusals: staffRefusals } as const
  return desk.act<StaffRefusal>(actor, deed, async (scope) => {
    if (!(await actorSeesAny(scope))) return refused('not-allowed')
    const id = newId()
    await addColleague(scope, { id, ...person })
    await addLink(scope, id, 'join', link)
    scope.about({ subjectId: id })
    return done({ staffId: id, link: linkMark(link) })
  })
}

/** A new link for somebody who was invited and has not joined; the former one ends. */
export function renewInvitation(
  desk: StaffDesk,
  actor: Id,
  input: StaffAct & { readonly link: NewLink },
): Promise<Outcome<Answer, StaffRefusal>> {
  const { key, staffId, link } = input
  const deed = { purpose: 'staffAccounts', deed: 'staff.invited', key, subjectId: staffId } as const
  return desk.act<StaffRefusal>(actor, deed, async (scope) => {
    if (!(await actorSeesAny(scope))) return refused('not-allowed')
    const invited = await colleague(scope, staffId)
    if (invited?.standing !== 'invited') return refused('no-such')
    await addLink(scope, staffId, 'join', link)
    return done({ staffId, link: linkMark(link) })
  })
}
