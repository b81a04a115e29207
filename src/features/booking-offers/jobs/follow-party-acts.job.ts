import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { askAboutFee, keepCurrent, type TellingTools, tellParties } from '../../bookings/index.ts'
import { addTaskOnce, finishTasks } from '../../tasks/index.ts'
import { endOf } from '../actions/offer-times.ts'
import { offerOf } from '../data/offer-reads.ts'
import { actsToFollow, markFollowed, type PartyAct } from '../data/party-acts.ts'
import { unanswered } from '../domain/offer.ts'

/** Follows what parties did in the portal, where they may write nothing themselves: tells whoever is to know, and the office. */
export const followPartyActs = (tools: TellingTools): Job<PurposeKey> => ({
  name: 'follow-party-acts',
  purpose: 'booking',
  run: async (desk) => {
    const waiting = await desk.read(null, { purpose: 'booking', deed: 'times.acts-listed' }, actsToFollow)
    let followed = 0
    for (const act of waiting) if (await follow(desk, tools, act)) followed++
    return followed
  },
})

async function follow(desk: Desk<PurposeKey>, tools: TellingTools, act: PartyAct): Promise<boolean> {
  const { id, caseId } = act
  const deed = { purpose: 'booking', deed: 'times.act-followed', key: newId(), caseId, subjectId: id } as const
  const outcome = await desk.act<'followed'>(null, deed, async (scope) => {
    if (!(await markFollowed(scope, id))) return refused('followed')
    const { offerId, appointmentId } = act
    if (act.kind === 'took' && offerId && appointmentId) {
      await endOf(scope, offerId)
      await tellParties(scope, appointmentId, 'booked', tools)
      await keepCurrent(scope, { caseId, zone: act.side }, tools.confirmAgain)
    }
    if (act.kind === 'answered' && offerId) await tellOfAnswer(scope, caseId, offerId)
    if (act.kind === 'cancelled' && appointmentId) await followCancelling(scope, act, appointmentId, tools)
    return done({ id })
  })
  return outcome.done
}

/** The office hears of each answer; what waits for one waits no longer when all are there. */
async function tellOfAnswer(scope: Scope, caseId: Id, offerId: Id): Promise<void> {
  const offer = await offerOf(scope, offerId)
  if (offer?.status !== 'open') return
  const dueOn = todayInLondon(scope.now).toString()
  await addTaskOnce(scope, { kind: 'times-answered', forRole: 'coordinator', dueOn, caseId, subjectId: offerId })
  if (unanswered(offer).length === 0) await finishTasks(scope, { kind: 'times-unanswered', subjectId: offerId })
}

async function followCancelling(scope: Scope, act: PartyAct, appointmentId: Id, tools: TellingTools): Promise<void> {
  await tellParties(scope, appointmentId, 'cancelled', tools)
  const dueOn = todayInLondon(scope.now).toString()
  const { caseId } = act
  await addTaskOnce(scope, { kind: 'party-cancelled', forRole: 'coordinator', dueOn, caseId, subjectId: appointmentId })
  await askAboutFee(scope, appointmentId)
}
