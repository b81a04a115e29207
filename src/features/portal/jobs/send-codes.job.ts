import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PartyDoor } from '../../../platform/sign-in/party-door.ts'
import { partyLimits } from '../../../platform/sign-in/party-limits.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { stopWaitingAbout, voiceOf, writeMessage } from '../../messages/index.ts'
import { mayUsePoint } from '../../people/index.ts'
import { readPublished } from '../../settings/index.ts'
import { addTaskOnce } from '../../tasks/index.ts'
import { type Asker, addCode, askedSinceMerge, partiesAt } from '../data/party-codes.ts'
import { codeMessage } from '../emails/code-message.ts'

export interface CodeTools {
  readonly door: PartyDoor
  /** The service's name, where it has set no neutral one. */
  readonly serviceName: string
  /** Others who come in by the same door, by the mailbox that was typed. */
  readonly alsoAnswer?: (desk: Desk<PurposeKey>, email: string) => Promise<void>
}

/** One tick looks after no more than this, so that other jobs have their turn. */
const mostInOneTick = 50

/** Sends a code to each who asked for one and may be written to by e-mail. */
export const sendCodes = (tools: CodeTools): Job<PurposeKey> => ({
  name: 'send-codes',
  purpose: 'booking',
  run: async (desk) => {
    const mailboxes = await tools.door.takeCodeRequests(mostInOneTick)
    for (const email of mailboxes) {
      await answer(desk, tools, email)
      await tools.alsoAnswer?.(desk, email)
    }
    return mailboxes.length
  },
})

async function answer(desk: Desk<PurposeKey>, tools: CodeTools, email: string): Promise<void> {
  const askers = await desk.read(null, { purpose: 'booking', deed: 'portal.code-sought' }, (scope) =>
    partiesAt(scope, email),
  )
  for (const asker of askers) {
    const { caseId, personId, pointId } = asker
    const deed = { purpose: 'booking', deed: 'portal.code-sent', key: newId(), caseId, subjectId: personId } as const
    await desk.act<'not-safe'>(null, deed, async (scope) => {
      const way = await mayUsePoint(scope, { personId, pointId, channel: 'email' })
      if (!(await askedSinceMerge(scope, personId))) return refused('not-safe')
      if (way.usable) await send(scope, tools, asker)
      else if (way.why === 'shared') await tellOffice(scope, asker)
      else return refused('not-safe')
      return done({ personId })
    })
  }
}

async function send(scope: Scope, tools: CodeTools, person: Asker): Promise<void> {
  const { caseId, personId, pointId: contactPointId, side: zone, email: recipient } = person
  const voice = voiceOf(await readPublished(scope), tools.serviceName)
  // An earlier code that has not left yet would be worth nothing when it comes.
  await stopWaitingAbout(scope, personId)
  const messageId = await writeMessage(scope, {
    ...{ caseId, personId, contactPointId, aboutId: personId, zone, channel: 'email', recipient },
    ...codeMessage(voice),
    notAfter: scope.now.add({ seconds: partyLimits.mailedCode }),
  })
  await addCode(scope, personId, contactPointId, tools.door.restingCode(messageId, 'mailedCode'))
}

/** Whatever is sent to a mailbox that both parties use, the other may open. */
async function tellOffice(scope: Scope, { caseId }: Asker): Promise<void> {
  const dueOn = todayInLondon(scope.now).toString()
  await addTaskOnce(scope, { kind: 'shared-mailbox', forRole: 'coordinator', dueOn, caseId })
}
