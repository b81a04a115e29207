import type { Desk } from '../../../platform/database/desk.ts'
import type { PartyDoor } from '../../../platform/sign-in/party-door.ts'
import { partyLimits } from '../../../platform/sign-in/party-limits.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { voiceOf, writeToReferrer } from '../../messages/index.ts'
import { addReferrerCode, codeMessage } from '../../portal/index.ts'
import { readPublished } from '../../settings/index.ts'
import { accountAt } from '../data/accounts.ts'

export interface AnsweringTools {
  readonly door: PartyDoor
  /** The service's name, where it has set no neutral one. */
  readonly serviceName: string
}

/** Sends a code to the professional whose account has this mailbox, folded; to nobody else. For the job that sends codes. */
export const answerReferrers =
  ({ door, serviceName }: AnsweringTools) =>
  async (desk: Desk<PurposeKey>, email: string): Promise<void> => {
    const deed = { purpose: 'professionalContacts', deed: 'portal.code-sent', key: newId() } as const
    await desk.act<'nobody'>(null, deed, async (scope) => {
      const account = await accountAt(scope, email)
      if (!account) return refused('nobody')
      scope.about({ subjectId: account })
      const messageId = await writeToReferrer(scope, account, {
        ...codeMessage(voiceOf(await readPublished(scope), serviceName)),
        notAfter: scope.now.add({ seconds: partyLimits.mailedCode }),
      })
      await addReferrerCode(scope, account, door.restingCode(messageId, 'mailedCode'))
      return done({ professionalId: account })
    })
  }
