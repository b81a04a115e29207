import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { InvitationTools } from '../actions/invitation-tools.ts'
import { sendStep } from '../actions/send-step.ts'
import { runningInvitations } from '../data/invitation-reads.ts'
import { pairsOf } from '../data/ways.ts'
import { remindsNow } from '../domain/board.ts'

/** Sends the reminders whose day has come. Each asks once more, in its own transaction, whether it may go. */
export const remindInvited = (tools: Pick<InvitationTools, 'policy' | 'origin'>): Job<PurposeKey> => ({
  name: 'remind-invited',
  purpose: 'invitation',
  run: async (desk) => {
    let sent = 0
    for (const invitationId of await dueForReminder(desk)) {
      const outcome = await sendStep(desk, null, tools, { key: newId(), invitationId, kind: 'reminder' })
      if (outcome.done) sent++
    }
    return sent
  },
})

const dueForReminder = (desk: Desk<PurposeKey>): Promise<Id[]> =>
  desk.read(null, { purpose: 'invitation', deed: 'invitation.looked' }, async (scope) => {
    const running = (await runningInvitations(scope)).filter((it) => it.clearance === 'cleared' && it.sent > 0)
    const pairs = await pairsOf(scope, running)
    const today = dayOf(scope.now)
    return running
      .filter((it) => {
        const way = pairs.get(it.caseId)?.invitee.way
        return way && remindsNow(it, way.channel, today)
      })
      .map((it) => it.id)
  })
