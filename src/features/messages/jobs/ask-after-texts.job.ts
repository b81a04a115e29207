import type { Desk } from '../../../platform/database/desk.ts'
import { DeliveryFailure } from '../../../platform/delivery-failure.ts'
import type { TextState, TextTransport } from '../../../platform/texts/text-transport.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addTask } from '../../tasks/index.ts'
import { type SentText, settleText, takeTextsToAskAfter } from '../data/text-outcomes.ts'
import { type TextWay, textReference } from './carriers.ts'

const mostInOneTick = 50

/**
 * Asks the provider what became of texts that left, so that one that did not arrive comes back to its case. We ask and nobody calls
 * us: a door for reports would be one more that stands open.
 */
export const askAfterTexts = (texts: TextWay): Job<PurposeKey> => ({
  name: 'ask-after-texts',
  purpose: 'booking',
  run: async (desk) => {
    if (!texts) return 0
    let settled = 0
    for (const sent of await toAskAfter(desk)) {
      const state = await ask(texts.transport, sent)
      if (state === 'unreachable') return settled
      if (state !== null && state !== 'on-its-way' && (await settle(desk, sent, state === 'delivered'))) settled++
    }
    return settled
  },
})

async function toAskAfter(desk: Desk<PurposeKey>): Promise<SentText[]> {
  const found: { texts: SentText[] } = { texts: [] }
  const deed = { purpose: 'booking', deed: 'message.listed', key: newId() } as const
  await desk.act<'none'>(null, deed, async (scope) => {
    found.texts = await takeTextsToAskAfter(scope, mostInOneTick)
    return found.texts.length > 0 ? done({}) : refused('none')
  })
  return found.texts
}

async function ask(transport: TextTransport, { id }: SentText): Promise<TextState | null | 'unreachable'> {
  try {
    return await transport.stateOf(textReference(id))
  } catch (error) {
    if (error instanceof DeliveryFailure) return 'unreachable'
    throw error
  }
}

/** A report that comes twice changes nothing the second time. */
async function settle(desk: Desk<PurposeKey>, { id, caseId }: SentText, arrived: boolean): Promise<boolean> {
  const deed = { purpose: 'booking', deed: 'message.report-noted', key: newId(), caseId, subjectId: id } as const
  const outcome = await desk.act<'known'>(null, deed, async (scope) => {
    if (!(await settleText(scope, id, arrived))) return refused('known')
    const dueOn = todayInLondon(scope.now).toString()
    if (!arrived) await addTask(scope, { kind: 'message-failed', forRole: 'coordinator', dueOn, caseId, messageId: id })
    return done({ messageId: id })
  })
  return outcome.done
}
