import type { Answer } from '../../../platform/database/desk.ts'
import type { NewLink } from '../../../platform/sign-in/links.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { actorSeesAny, colleague, waitingResets } from '../data/staff-reads.ts'
import { addLink, addReset, settleReset } from '../data/staff-writes.ts'
import { linkMark, type StaffAct, type StaffDesk, type StaffRefusal, staffRefusals } from './staff-desk.ts'

/** Says that a colleague lost their authenticator. Nothing changes until a second person has approved. */
export function askForReset(desk: StaffDesk, actor: Id, input: StaffAct): Promise<Outcome<Answer, StaffRefusal>> {
  const { key, staffId } = input
  const what = { deed: 'staff.reset-asked', subjectId: staffId, refusals: staffRefusals }
  return desk.act<StaffRefusal>(actor, { purpose: 'staffAccounts', key, ...what }, async (scope) => {
    if (!(await actorSeesAny(scope))) return refused('not-allowed')
    const person = await colleague(scope, staffId)
    if (person?.standing !== 'active') return refused('no-such')
    const id = newId()
    await addReset(scope, id, staffId)
    return done({ staffId, resetId: id })
  })
}

/**
 * A second person approves: neither whoever asked nor whoever it is for, which the database holds too. Makes the link that the
 * colleague sets themselves up with again; until it is spent, what they had goes on working.
 */
export function approveReset(
  desk: StaffDesk,
  actor: Id,
  input: { readonly key: Id; readonly resetId: Id; readonly link: NewLink },
): Promise<Outcome<Answer, StaffRefusal>> {
  const { key, resetId, link } = input
  const deed = { purpose: 'accountRecovery', deed: 'staff.reset-approved', key, refusals: staffRefusals } as const
  return desk.act<StaffRefusal>(actor, deed, async (scope) => {
    if (!(await actorSeesAny(scope))) return refused('not-allowed')
    const waiting = (await waitingResets(scope)).find((it) => it.id === resetId)
    if (!waiting) return refused('no-such')
    if (waiting.askedBy === actor) return refused('same-person')
    if (waiting.staffId === actor) return refused('own-account')
    const staffId = await settleReset(scope, resetId, { approved_by: actor, approved_at: scope.now })
    if (!staffId) return refused('no-such')
    scope.about({ subjectId: staffId })
    await addLink(scope, staffId, 'reset', link)
    return done({ staffId, link: linkMark(link) })
  })
}

/** The authenticator turned up, or it was a mistake. */
export function withdrawReset(
  desk: StaffDesk,
  actor: Id,
  input: { readonly key: Id; readonly resetId: Id },
): Promise<Outcome<Answer, StaffRefusal>> {
  const { key, resetId } = input
  const deed = { purpose: 'accountRecovery', deed: 'staff.reset-withdrawn', key } as const
  return desk.act<StaffRefusal>(actor, deed, async (scope) => {
    if (!(await actorSeesAny(scope))) return refused('not-allowed')
    const staffId = await settleReset(scope, resetId, { withdrawn_at: scope.now })
    if (!staffId) return refused('no-such')
    scope.about({ subjectId: staffId })
    return done({ staffId })
  })
}
